package nas.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.space.Optimizer;

/** Search spaces for tests of the schema, as YAML and as the JSON that an editor takes it for. */
final class Documents {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> SOURCE = List.of("data", "source");
    private static final List<String> OPTIMIZERS =
            Arrays.stream(Optimizer.values()).map(Optimizer::word).toList();

    private Documents() {}

    /** Returns a path that is one key longer. */
    static List<String> below(List<String> path, String key) {
        return Stream.concat(path.stream(), Stream.of(key)).toList();
    }

    /** Returns a document in flow style that names data and holds values by their paths, the last of which may be left out. */
    static String with(Map<List<String>, String> values, List<String> path, Optional<String> value) {
        Part document = new Part();
        document.put(SOURCE, "iris");
        optimizer(path).ifPresent(optimizer -> document.put(List.of("training", "optimizer"), optimizer));
        values.forEach(document::put);
        value.ifPresent(text -> document.put(path, text));
        return document.text();
    }

    /** A value as it is written, or a mapping. */
    private static final class Part {
        private final Map<String, Part> below = new LinkedHashMap<>();
        private String written = "";

        void put(List<String> path, String value) {
            Part part = this;
            for (String key : path) {
                part = part.below.computeIfAbsent(key, absent -> new Part());
            }
            part.below.clear();
            part.written = value;
        }

        String text() {
            return below.isEmpty()
                    ? written
                    : below.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + ": " + entry.getValue().text())
                            .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** Returns the optimizer without which a key means nothing. */
    private static Optional<String> optimizer(List<String> path) {
        if (path.contains("momentum")) {
            return Optional.of("nesterov");
        }
        boolean isRateOfOne = path.size() > 2 && path.get(1).equals("learning_rate");
        return isRateOfOne ? Optional.of(path.get(2)).filter(OPTIMIZERS::contains) : Optional.empty();
    }

    /** Returns a value of a form that leaves room: of a range, min is the lowest that is allowed, and max the highest. */
    static String sample(String key, JsonNode form) {
        if (form.has("enum")) {
            return form.get("enum").get(0).asText();
        }
        return key.equals("max") ? highest(form) : lowest(form);
    }

    private static String highest(JsonNode form) {
        return form.has("maximum") ? form.get("maximum").asText() : form.has("exclusiveMaximum") ? "0.9" : "10";
    }

    private static String lowest(JsonNode form) {
        return form.has("minimum") ? form.get("minimum").asText() : "0.001";
    }

    /** Returns what an editor takes a document for, by the core schema of YAML 1.2, underscores in numbers apart. */
    static JsonNode json(Node node) {
        return node.match(Documents::scalar, Documents::array, Documents::object);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.isQuoted()) {
            return NODES.textNode(text);
        }
        if (scalar.isNothing()) {
            return NODES.nullNode();
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        if (text.matches("0x[0-9a-fA-F]+")) {
            return NODES.numberNode(new BigInteger(text.substring(2), 16));
        }
        boolean isNumber = text.matches("[-+]?[0-9]+") || NumberText.isReal(text);
        return isNumber ? number(text.replace("_", "")) : NODES.textNode(text);
    }

    /** JSON has no infinite numbers. */
    private static JsonNode number(String text) {
        if (text.matches("[-+]?[0-9]+")) {
            return NODES.numberNode(new BigInteger(text.replace("+", "")));
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? NODES.numberNode(number) : NODES.textNode(text);
    }

    private static JsonNode array(Node.Sequence sequence) {
        ArrayNode array = NODES.arrayNode();
        sequence.items().forEach(item -> array.add(json(item)));
        return array;
    }

    private static JsonNode object(Node.Mapping mapping) {
        ObjectNode object = NODES.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        return object;
    }
}
