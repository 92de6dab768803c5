package nas.spec;

import com.google.common.collect.ImmutableSet;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes texts so that every reader of YAML takes them for the same texts: as they are where that is sure, else in double
 * quotes, with escapes for what does not show or what the output cannot hold.
 */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_/](?:[\\p{L}\\p{N} _./-]*[\\p{L}\\p{N}_./-])?", Pattern.UNICODE_CHARACTER_CLASS);

    /** What some version of YAML takes for something else than a text. */
    private static final Set<String> WORDS =
            ImmutableSet.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final CharsetEncoder encoder;

    /** @param charset what the output is encoded in */
    YamlText(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** Returns the scalar that stands for a text, as a key or as a value, within brackets or not. */
    String scalar(String text) {
        boolean isPlain = PLAIN.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                && text.codePoints().allMatch(this::isShown);
        return isPlain ? text : quoted(text);
    }

    private String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '"' || codePoint == '\\') {
                quoted.append('\\').appendCodePoint(codePoint);
            } else if (isShown(codePoint)) {
                quoted.appendCodePoint(codePoint);
            } else {
                quoted.append(escape(codePoint));
            }
        });
        return quoted.append('"').toString();
    }

    private boolean isShown(int codePoint) {
        return Excerpt.isVisible(codePoint) && encoder.canEncode(Character.toString(codePoint));
    }

    private static String escape(int codePoint) {
        return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint);
    }
}
