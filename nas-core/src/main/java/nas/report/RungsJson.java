package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nas.journal.RunHistory;

/** What every genome of a search did at each rung: pairs of its number and its loss. */
final class RungsJson {
    private RungsJson() {}

    static ArrayNode of(RunHistory history, GenomeTable genomes) {
        ArrayNode rungs = JsonNodeFactory.instance.arrayNode();
        history.rungs().forEach(rung -> {
            ArrayNode points = rungs.addObject().put("epochs", rung.epochs()).putArray("points");
            rung.measured()
                    .forEach(each ->
                            points.addArray().add(genomes.number(each.genome())).add(Rounded.of(each.loss())));
        });
        return rungs;
    }
}
