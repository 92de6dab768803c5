package nas.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.function.Function;
import nas.data.ColumnEncoding;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Standardisation;
import nas.data.TargetEncoding;

/** Reads preprocessing as {@link PreprocessingJson} writes it. */
final class PreprocessingReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PreprocessingReader() {}

    /**
     * Returns the preprocessing that a text describes.
     *
     * @throws IllegalArgumentException if it describes none, or was written in a newer format
     */
    static Preprocessing read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            int version = integer(node, "formatVersion");
            if (version != PreprocessingJson.FORMAT_VERSION) {
                throw new IllegalArgumentException(
                        "formatVersion must be " + PreprocessingJson.FORMAT_VERSION + ", but was " + version);
            }
            return new Preprocessing(inputs(node), target(field(node, "target")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be JSON, but is not: " + reason(e), e);
        }
    }

    /** Returns what is wrong with a text that is no JSON, without Jackson's own markers. */
    static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("(?s) \\(start marker.*", "");
    }

    private static InputEncoding inputs(JsonNode node) {
        if (node.has("pixels")) {
            JsonNode pixels = field(node, "pixels");
            return new InputEncoding.Pixels(integer(pixels, "count"), standardisation(pixels));
        }
        List<ColumnEncoding> columns = list(node, "columns", PreprocessingReader::column);
        if (columns.stream().map(ColumnEncoding::column).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("columns must differ, but two have the same name");
        }
        return new InputEncoding.Columns(columns, ImmutableSet.copyOf(texts(node, "missing")));
    }

    private static ColumnEncoding column(JsonNode node) {
        String name = text(node, "column");
        String kind = text(node, "kind");
        return switch (kind) {
            case "number" ->
                new ColumnEncoding.Numeric(
                        name,
                        number(node, "fill"),
                        standardisation(node),
                        (float) number(node, "least"),
                        (float) number(node, "most"),
                        flag(node, "indicator"));
            case "levels" ->
                new ColumnEncoding.Levels(name, texts(node, "levels"), flag(node, "other"), flag(node, "missing"));
            case "flag" -> new ColumnEncoding.Flag(name, text(node, "off"), text(node, "on"));
            default -> throw new IllegalArgumentException("kind must be number, levels or flag, but was " + kind);
        };
    }

    private static TargetEncoding target(JsonNode node) {
        return node.has("classes")
                ? new TargetEncoding.Classes(texts(node, "classes"))
                : new TargetEncoding.Values(list(node, "values", PreprocessingReader::output));
    }

    private static TargetEncoding.Output output(JsonNode node) {
        return new TargetEncoding.Output(text(node, "name"), standardisation(node));
    }

    private static Standardisation standardisation(JsonNode node) {
        return new Standardisation(number(node, "mean"), number(node, "deviation"));
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> reader) {
        JsonNode list = field(node, name);
        check(list.isArray(), name, "a list", list);
        ImmutableList.Builder<T> items = ImmutableList.builder();
        list.forEach(item -> items.add(reader.apply(item)));
        return items.build();
    }

    private static List<String> texts(JsonNode node, String name) {
        return list(node, name, item -> {
            check(item.isTextual(), name, "a list of texts", item);
            return item.textValue();
        });
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        check(value.isTextual(), name, "a text", value);
        return value.textValue();
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        check(value.isNumber(), name, "a number", value);
        return value.doubleValue();
    }

    private static int integer(JsonNode node, String name) {
        JsonNode value = field(node, name);
        check(value.isInt(), name, "an integer", value);
        return value.intValue();
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = field(node, name);
        check(value.isBoolean(), name, "true or false", value);
        return value.booleanValue();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static void check(boolean isRight, String name, String rule, JsonNode value) {
        if (!isRight) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
        }
    }
}
