package nas.export.pytorch;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes values as Python does. No text, however hostile, ends its literal or begins a line: quotes, backslashes and all that
 * is not seen are escaped; letters of any language are not. What is long is broken into lines, for which the literal must
 * begin at the beginning of one or be indented as a whole.
 */
final class PythonLiteral {
    private static final int LONGEST_LINE = 100;
    private static final int LAST_OF_ONE_BYTE = 0xff;

    private PythonLiteral() {}

    /** Returns a text in double quotes. */
    static String text(String text) {
        return "\"" + escaped(text) + "\"";
    }

    /** Returns a text as it stands between double quotes, be they one or three. */
    static String escaped(String text) {
        return text.codePoints().mapToObj(PythonLiteral::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isSeen(character) ? Character.toString(character) : coded(character);
        };
    }

    private static String coded(int character) {
        if (character <= LAST_OF_ONE_BYTE) {
            return String.format("\\x%02x", character);
        }
        return String.format(Character.isBmpCodePoint(character) ? "\\u%04x" : "\\U%08x", character);
    }

    /** Others change how what is around them looks, or are nowhere to be seen. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> true;
        };
    }

    /** Returns a finite number as a {@code float} of Python, which has the same bits. */
    static String number(double value) {
        return Ascii.toLowerCase(Double.toString(value));
    }

    /** Returns the shortest text that is rounded to the same float32, also by way of Python's {@code float}. */
    static String number(float value) {
        String text = Float.toString(value);
        return (float) Double.parseDouble(text) == value ? Ascii.toLowerCase(text) : number((double) value);
    }

    /** Returns a list of texts, as many on a line as there is room for. */
    static String texts(List<String> texts) {
        List<String> items = texts.stream().map(PythonLiteral::text).toList();
        String line = "[" + String.join(", ", items) + "]";
        return isShort(line) ? line : "[\n" + filled(items).indent(4) + "]";
    }

    private static String filled(List<String> items) {
        StringBuilder lines = new StringBuilder();
        int width = 0;
        for (String item : items) {
            boolean isNext = width > 0 && width + item.length() + 2 <= LONGEST_LINE;
            lines.append(isNext ? " " : width > 0 ? "\n" : "").append(item).append(',');
            width = isNext ? width + item.length() + 2 : item.length() + 1;
        }
        return lines.toString();
    }

    /** Returns a list of expressions, each on its own lines. */
    static String list(List<String> expressions) {
        return "[\n" + String.join(",\n", expressions).indent(4).stripTrailing() + ",\n]";
    }

    /** Returns a call, on one line if there is room, else with a line for each argument. */
    static String call(String function, List<String> arguments) {
        String line = function + "(" + String.join(", ", arguments) + ")";
        return isShort(line)
                ? line
                : function + "(\n" + String.join(",\n", arguments).indent(4).stripTrailing() + ",\n)";
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST_LINE && line.indexOf('\n') < 0;
    }
}
