package nas.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields that must be there and of their type; all methods throw {@link IllegalArgumentException} if not. */
final class JsonFields {
    /** Large journals repeat keys, operators and names of workers again and again. */
    private static final Interner<String> TEXTS = Interners.newWeakInterner();

    private JsonFields() {}

    static String text(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isTextual()) {
            throw wrong(field, "a text", value);
        }
        return value.textValue();
    }

    /** Returns a text, the same object for all equal ones. */
    static String sharedText(JsonNode node, String field) {
        return TEXTS.intern(text(node, field));
    }

    static @Nullable String textOrNull(JsonNode node, String field) {
        return node.hasNonNull(field) ? text(node, field) : null;
    }

    static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : node.required(field)) {
            if (!value.isTextual()) {
                throw wrong(field, "texts", value);
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    /** Returns texts, the same object for all equal ones. */
    static List<String> sharedTexts(JsonNode node, String field) {
        return texts(node, field).stream().map(TEXTS::intern).toList();
    }

    static boolean flag(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isBoolean()) {
            throw wrong(field, "true or false", value);
        }
        return value.booleanValue();
    }

    /** Returns the word for a constant, in lower case. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the constant that a word in lower case stands for. */
    static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
        String word = text(node, field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        String words = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(field + " must be one of " + words + ", but was '" + word + "'");
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
