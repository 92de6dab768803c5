package nas.spec;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nas.InvalidInputException;

/**
 * The text of a search-space file: UTF-8, not too long, and of characters that YAML allows.
 *
 * @param file the path as its user wrote it
 * @param text the content, without a byte-order mark
 */
record SourceText(String file, String text) {
    private static final int MAX_BYTES = 1_000_000;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern KEY = Pattern.compile(":(?:\\s|$)");
    private static final List<CharMatcher> SEPARATORS =
            List.of(CharMatcher.is(','), CharMatcher.is(';'), CharMatcher.is('\t'), CharMatcher.is('|'));

    /** @throws InvalidInputException if there is a character that YAML does not allow */
    SourceText {
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isAllowed(text.codePointAt(i))) {
                String code = String.format(Locale.ROOT, "U+%04X", text.codePointAt(i));
                throw positionAfter(file, text.substring(0, i)).error("not valid YAML: character " + code);
            }
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it is missing, a folder, a table, longer than 1 MB or not UTF-8
     */
    static SourceText read(Path file) {
        if (Files.isDirectory(file)) {
            throw refused(file, "must be a search space in YAML, but is a folder");
        }
        if (isTable(file)) {
            throw refused(file, "must be a search space in YAML, but is a table; name it as data.source in one");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return decode(file, stream.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            String reason = Files.exists(file) ? "cannot be read" : "there is no such file";
            throw new InvalidInputException(file + ": " + reason, e);
        }
    }

    /** Tells whether the first two lines look like rows of a table: equally many separators, and no key of a mapping. */
    boolean looksLikeTable() {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return lines.size() == 2
                && lines.stream().noneMatch(line -> KEY.matcher(line).find())
                && SEPARATORS.stream()
                        .anyMatch(separator -> separator.countIn(lines.get(0)) > 0
                                && separator.countIn(lines.get(0)) == separator.countIn(lines.get(1)));
    }

    private static boolean isTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Files.exists(file) && (name.endsWith(".csv") || name.endsWith(".tsv"));
    }

    private static SourceText decode(Path file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refused(file, "must be a search space of at most 1 MB, but is larger");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            throw positionAfter(file.toString(), text).error("not valid YAML: malformed UTF-8");
        }
        return new SourceText(file.toString(), text);
    }

    private static InvalidInputException refused(Path file, String message) {
        return new InvalidInputException(file + ": " + message);
    }

    private static Place positionAfter(String file, String prefix) {
        int line = 1;
        int lineStart = 0;
        Matcher breaks = LINE_BREAK.matcher(prefix);
        while (breaks.find()) {
            line++;
            lineStart = breaks.end();
        }
        return new Place.Position(file, line, prefix.codePointCount(lineStart, prefix.length()) + 1);
    }

    /** The printable characters of YAML 1.1, section 5.1. */
    private static boolean isAllowed(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= ' ' && codePoint <= '~')
                || codePoint == 0x85
                || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x10000;
    }
}
