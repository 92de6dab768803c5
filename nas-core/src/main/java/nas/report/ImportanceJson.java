package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nas.journal.RunHistory;
import nas.report.importance.Importance;
import nas.report.importance.Importance.Range;
import nas.select.Assessed;
import org.jspecify.annotations.Nullable;

/** Which choices matter, and what each value of each of them came to. */
final class ImportanceJson {
    private static final int MOST_EFFECTS = 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ImportanceJson() {}

    /** Returns {@code null} where nothing was measured. */
    static @Nullable ObjectNode of(RunHistory history, GenomeTable genomes) {
        return GeneImportance.of(history)
                .map(found -> of(found, found.rung().measured(), genomes))
                .orElse(null);
    }

    private static ObjectNode of(GeneImportance importance, List<Assessed> measured, GenomeTable genomes) {
        ObjectNode node = NODES.objectNode()
                .put("epochs", importance.rung().epochs())
                .put("genomes", measured.size())
                .put("least", Importance.LEAST_OBSERVATIONS)
                .put(
                        "fit",
                        importance.found().map(Importance::fit).map(Rounded::of).orElse(null));
        ArrayNode effects = node.putArray("effects");
        importance
                .found()
                .ifPresent(found -> found.effects().stream().limit(MOST_EFFECTS).forEach(effect -> {
                    ObjectNode each = effects.addObject();
                    effect.factors().forEach(each.putArray("factors")::add);
                    write(effect.share(), each.putArray("share"));
                }));
        node.set("genes", genes(importance, measured, genomes));
        return node;
    }

    private static ArrayNode genes(GeneImportance importance, List<Assessed> measured, GenomeTable genomes) {
        ArrayNode array = NODES.arrayNode();
        Genes genes = importance.genes();
        for (int i = 0; i < genes.factors().size(); i++) {
            int gene = i;
            ObjectNode node =
                    array.addObject().put("name", genes.factors().get(i).name());
            genes.factors().get(i).levels().forEach(node.putArray("levels")::add);
            ArrayNode marginals = node.putArray("marginals");
            importance
                    .found()
                    .ifPresent(found -> found.marginals()
                            .get(gene)
                            .responses()
                            .forEach(range -> write(range, marginals.addArray())));
            ArrayNode points = node.putArray("points");
            measured.forEach(each -> genes.level(each.genome(), gene)
                    .ifPresent(level -> points.addArray()
                            .add(level)
                            .add(Rounded.of(each.loss()))
                            .add(genomes.number(each.genome()))));
        }
        return array;
    }

    private static void write(Range range, ArrayNode into) {
        into.add(Rounded.of(range.mean())).add(Rounded.of(range.low())).add(Rounded.of(range.high()));
    }
}
