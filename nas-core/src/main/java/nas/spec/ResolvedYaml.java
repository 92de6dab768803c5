package nas.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nas.run.SearchSettings;
import nas.space.Ladder;
import nas.space.Ladder.Scale;

/**
 * Writes a search space as YAML with every default written out. Read back, it gives the same data description and the
 * same settings. Equal arguments give equal texts.
 */
public final class ResolvedYaml {
    private static final int FEWEST = 3;
    private static final Map<Scale, String> SCALES = ImmutableMap.of(Scale.LINEAR, "", Scale.LOG, ", scale: log");

    private final YamlLines lines = new YamlLines();
    private final YamlText text = new YamlText(StandardCharsets.UTF_8);

    private ResolvedYaml() {}

    /**
     * Returns the text.
     *
     * @param spec gives the name and the data
     * @param settings everything else, as {@link SearchSpec#settings(DataShape)} resolves it
     */
    public static String write(SearchSpec spec, SearchSettings settings) {
        ResolvedYaml yaml = new ResolvedYaml();
        yaml.mapping(SpecJson.tree(spec, settings), "");
        return yaml.lines.toString();
    }

    private void mapping(JsonNode mapping, String indent) {
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
            String key = indent + text.scalar(entry.getKey()) + ":";
            if (entry.getValue().isObject() && !entry.getValue().isEmpty()) {
                lines.line(key);
                mapping(entry.getValue(), indent + "  ");
            } else {
                lines.line(key + " " + value(entry.getValue()));
            }
        }
    }

    private String value(JsonNode node) {
        if (node.isArray()) {
            return list(node.valueStream().toList());
        }
        if (node.isObject()) {
            return node.propertyStream()
                    .map(entry -> text.scalar(entry.getKey()) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node.isTextual() ? text.scalar(node.textValue()) : node.asText();
    }

    private String list(List<JsonNode> nodes) {
        String range = "";
        if (nodes.size() >= FEWEST && nodes.stream().allMatch(JsonNode::isInt)) {
            range = integers(new Ladder<>(nodes.stream().map(JsonNode::intValue).toList()));
        } else if (nodes.size() >= FEWEST && nodes.stream().allMatch(JsonNode::isDouble)) {
            range = reals(new Ladder<>(nodes.stream().map(JsonNode::doubleValue).toList()));
        }
        return range.isEmpty() ? nodes.stream().map(this::value).collect(Collectors.joining(", ", "[", "]")) : range;
    }

    private static String integers(Ladder<Integer> ladder) {
        return SCALES.keySet().stream()
                .filter(scale -> isSpan(ladder.first(), ladder.last(), scale))
                .filter(scale -> ladder.equals(Ladder.integers(ladder.first(), ladder.last(), scale)))
                .map(scale -> "{min: " + ladder.first() + ", max: " + ladder.last() + SCALES.get(scale) + "}")
                .findFirst()
                .orElse("");
    }

    private static String reals(Ladder<Double> ladder) {
        String steps = ladder.size() == Ladder.REAL_STEPS ? "" : ", steps: " + ladder.size();
        return SCALES.keySet().stream()
                .filter(scale -> isSpan(ladder.first(), ladder.last(), scale))
                .filter(scale -> isRange(ladder, scale))
                .map(scale -> "{min: " + ladder.first() + ", max: " + ladder.last() + SCALES.get(scale) + steps + "}")
                .findFirst()
                .orElse("");
    }

    private static boolean isSpan(double first, double last, Scale scale) {
        return first < last && (scale == Scale.LINEAR || first > 0);
    }

    private static boolean isRange(Ladder<Double> ladder, Scale scale) {
        try {
            return ladder.equals(Ladder.reals(ladder.first(), ladder.last(), scale, ladder.size()));
        } catch (IllegalArgumentException e) {
            return false; // neighbours fall together
        }
    }
}
