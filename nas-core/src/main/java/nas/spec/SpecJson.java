package nas.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nas.run.ObjectiveSettings;
import nas.run.SearchSettings;

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
        return root;
    }

    private static ObjectNode objective(ObjectiveSettings objective) {
        ObjectNode node = NODES.objectNode();
        node.putObject("penalty").put("per_decade", objective.perDecade());
        if (objective.maxParams() != null) {
            node.put("max_params", objective.maxParams());
        }
        node.putObject("choose").put("within", objective.within());
        return node;
    }

    private static ObjectNode search(SearchSettings settings) {
        ObjectNode node = NODES.objectNode()
                .put("strategy", SearchSection.EVOLUTION)
                .put("population", settings.evolution().population())
                .put("generations", settings.evolution().generations())
                .put("seed", settings.seed())
                .put("stagnation", settings.evolution().stagnation());
        node.putObject("rungs").putArray("epochs").add(settings.epochs());
        return node;
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
