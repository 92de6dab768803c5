package nas.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.evolve.OperatorRates;
import nas.run.ObjectiveSettings;
import nas.run.SearchSettings;
import nas.run.StartSettings;
import nas.select.WinnerRule;

/**
 * Writes a search space with everything spelt out, as JSON. Since JSON is YAML, the text is a search-space file itself:
 * reading it gives the same data, space and settings. Equal arguments give equal texts. Thread-safe.
 */
public final class SpecJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // YAML takes some other characters for line breaks
            .build()
            .writer(layout());

    private SpecJson() {}

    /**
     * Returns the text, in ASCII, indented by two spaces, with a line break at its end.
     *
     * @param spec gives the name and the data
     * @param settings everything else, as {@link SearchSpec#settings(DataShape)} resolves it
     */
    public static String write(SearchSpec spec, SearchSettings settings) {
        try {
            return WRITER.writeValueAsString(tree(spec, settings)).replace("\u007F", "\\u007F")
                    + "\n"; // which YAML does not allow
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values must be writable", e);
        }
    }

    /** Returns what is written. */
    static ObjectNode tree(SearchSpec spec, SearchSettings settings) {
        ObjectNode root = NODES.objectNode();
        root.put("name", spec.name());
        root.set("data", DataJson.of(spec.data()));
        root.set("space", SpaceJson.space(settings.space().architectures()));
        root.set("training", SpaceJson.training(settings.space().recipes()));
        root.set("objective", objective(settings.objective()));
        root.set("search", search(settings));
        root.putObject("finalists")
                .put("count", settings.finalists().count())
                .put("blocks", settings.finalists().blocks())
                .put("epochs", settings.finalists().epochs());
        root.set("start", start(settings.start()));
        return root;
    }

    private static ObjectNode objective(ObjectiveSettings objective) {
        ObjectNode node = NODES.objectNode();
        node.putObject("penalty").put("per_decade", objective.perDecade());
        if (objective.maxParams() != null) {
            node.put("max_params", objective.maxParams());
        }
        return node.set("choose", choose(objective.rule()));
    }

    private static ObjectNode choose(WinnerRule rule) {
        ObjectNode node = NODES.objectNode();
        return rule.match(
                within -> node.put("within", within.share()),
                standardError -> node.put("within", ObjectiveSection.ONE_STANDARD_ERROR),
                reach -> node.set(
                        "reach", NODES.objectNode().put(ObjectiveSection.word(reach.metric()), reach.threshold())));
    }

    private static ObjectNode search(SearchSettings settings) {
        ObjectNode node = NODES.objectNode()
                .put("strategy", settings.evolution().strategy().word())
                .put("population", settings.evolution().population())
                .put("generations", settings.evolution().generations())
                .put("seed", settings.seed())
                .put("stagnation", settings.evolution().stagnation());
        node.set("operators", operators(settings.evolution().operators()));
        ObjectNode rungs = node.putObject("rungs");
        settings.rungs().epochs().forEach(rungs.putArray("epochs")::add);
        ArrayNode keep = rungs.putArray("keep");
        settings.rungs().keep().forEach(share -> keep.add(share(share)));
        return node;
    }

    private static JsonNode share(double share) {
        return NumberText.fractionOf(share).<JsonNode>map(NODES::textNode).orElseGet(() -> NODES.numberNode(share));
    }

    private static ObjectNode operators(OperatorRates rates) {
        return NODES.objectNode()
                .put("crossover", rates.crossover())
                .put("insert", rates.insert())
                .put("remove", rates.remove())
                .put("widen", rates.widen())
                .put("narrow", rates.narrow())
                .put("activation", rates.activation())
                .put("dropout", rates.dropout())
                .put("recipe", rates.recipe());
    }

    private static ArrayNode start(StartSettings start) {
        ArrayNode node = NODES.arrayNode();
        start.architectures().forEach(architecture -> {
            ArrayNode layers = node.addArray();
            architecture
                    .layers()
                    .forEach(layer -> layers.addObject()
                            .put("units", layer.units())
                            .put("activation", layer.activation().word())
                            .put("dropout", layer.dropout()));
        });
        return start.hasRulesOfThumb() ? node.add(StartSection.RULES_OF_THUMB) : node;
    }

    private static DefaultPrettyPrinter layout() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators)
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance);
    }
}
