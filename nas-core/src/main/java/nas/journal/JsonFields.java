package nas.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads fields that must be there and of their type; all methods throw {@link IllegalArgumentException} if not. */
final class JsonFields {
    private JsonFields() {}

    static String text(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isTextual()) {
            throw wrong(field, "a text", value);
        }
        return value.textValue();
    }

    /** Returns the constant that a word in lower case stands for. */
    static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
        return Enum.valueOf(type, text(node, field).toUpperCase(Locale.ROOT));
    }

    static double number(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isNumber()) {
            throw wrong(field, "a number", value);
        }
        return value.doubleValue();
    }

    static @Nullable Double numberOrNull(JsonNode node, String field) {
        return node.required(field).isNull() ? null : (Double) number(node, field);
    }

    static int integer(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw wrong(field, "an integer", value);
        }
        return value.intValue();
    }

    static long longInteger(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrong(field, "an integer", value);
        }
        return value.longValue();
    }

    private static IllegalArgumentException wrong(String field, String expected, JsonNode value) {
        return new IllegalArgumentException(field + " must be " + expected + ", but was " + value);
    }
}
