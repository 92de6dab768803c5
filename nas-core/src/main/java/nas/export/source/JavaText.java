package nas.export.source;

import com.google.common.base.CharMatcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes what comes from users as Java, in ASCII, so that it stays what it is: no text can end the literal or the comment that it
 * stands in, not even with a Unicode escape, which Java reads before anything else.
 */
final class JavaText {
    /** A class file has room for 65,535 bytes of a constant, and a {@code char} takes up to three. */
    private static final int LONGEST_CONSTANT = 20_000;

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;
    private static final int LAST_ASCII = 0x7f;

    private JavaText() {}

    /** Returns an expression whose value is a text: a literal, or several that are joined where one would be too long. */
    static String literal(String text) {
        StringBuilder expression = new StringBuilder();
        for (int from = 0; from == 0 || from < text.length(); from += LONGEST_CONSTANT) {
            String piece = text.substring(from, Math.min(from + LONGEST_CONSTANT, text.length()));
            String literal = piece.chars().mapToObj(JavaText::escaped).collect(Collectors.joining("", "\"", "\""));
            expression.append(from == 0 ? literal : ".concat(" + literal + ")");
        }
        return expression.toString();
    }

    /** Returns a literal of a finite number. */
    static String literal(double number) {
        return Double.toString(number);
    }

    /** Returns a literal of a finite number. */
    static String literal(float number) {
        return number + "f";
    }

    /** Returns a text as a part of a line of a javadoc comment, in which it is shown as it is, but for control characters. */
    static String comment(String text) {
        return CharMatcher.javaIsoControl()
                .replaceFrom(text, ' ')
                .codePoints()
                .mapToObj(JavaText::entity)
                .collect(Collectors.joining());
    }

    /** Returns a name with all that is not ASCII as Unicode escapes. */
    static String name(String identifier) {
        return identifier
                .chars()
                .mapToObj(c -> c <= LAST_ASCII ? Character.toString(c) : unicode(c))
                .collect(Collectors.joining());
    }

    /** A Unicode escape of a control character or of a quote would be that character itself, so those are octal. */
    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        if (c > LAST_ASCII) {
            return unicode(c);
        }
        return c < FIRST_PRINTABLE || c > LAST_PRINTABLE ? String.format("\\%03o", c) : Character.toString(c);
    }

    private static String unicode(int c) {
        return String.format("\\u%04x", c);
    }

    /** Letters, digits and what means nothing to Java, HTML and javadoc stay; half a surrogate pair is no character. */
    private static String entity(int c) {
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean isPlain = c >= FIRST_PRINTABLE
                && c <= LAST_PRINTABLE
                && IntStream.of('\\', '*', '/', '<', '>', '&', '@', '{', '}', '"')
                        .noneMatch(special -> special == c);
        return isHalf ? "?" : isPlain ? Character.toString(c) : "&#" + c + ";";
    }
}
