package nas.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nas.run.SearchSettings;
import nas.space.Ladder;

/**
 * Writes a search space as YAML with every default written out. Read back, it gives the same data description and the
 * same settings. Equal arguments give equal texts.
 */
public final class ResolvedYaml {
    /** Keys of lists that are no choices, and so never ranges. */
    private static final Set<String> LISTS = ImmutableSet.of("epochs", "keep");

    private final YamlLines lines = new YamlLines();
    private final YamlText text;

    private ResolvedYaml(Charset charset) {
        this.text = new YamlText(charset);
    }

    /**
     * Returns the text.
     *
     * @param spec gives the name and the data
     * @param settings everything else, as {@link SearchSpec#settings(DataShape)} resolves it
     * @param charset what the text will be encoded in; what it cannot hold is escaped
     */
    public static String write(SearchSpec spec, SearchSettings settings, Charset charset) {
        ResolvedYaml yaml = new ResolvedYaml(charset);
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
                lines.line(key + " " + value(entry.getKey(), entry.getValue()));
            }
        }
    }

    private String value(String key, JsonNode node) {
        return LISTS.contains(key) && node.isArray() ? items(node.valueStream().toList()) : value(node);
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
        return range(nodes).orElseGet(() -> items(nodes));
    }

    private String items(List<JsonNode> nodes) {
        return nodes.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Optional<String> range(List<JsonNode> nodes) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        if (nodes.stream().allMatch(JsonNode::isInt)) {
            return RangeText.integers(
                    new Ladder<>(nodes.stream().map(JsonNode::intValue).toList()));
        }
        return nodes.stream().allMatch(JsonNode::isDouble)
                ? RangeText.reals(
                        new Ladder<>(nodes.stream().map(JsonNode::doubleValue).toList()))
                : Optional.empty();
    }
}
