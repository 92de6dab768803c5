package nas.data.table;

import com.google.common.base.Utf8;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Finds the place where a file is not UTF-8, which a decoder that reads ahead cannot tell. */
final class MalformedText {
    /** Longer lines are no lines of a table; only their beginning is looked at. */
    private static final int LONGEST_LINE = 1 << 24;

    private MalformedText() {}

    static InvalidInputException in(Path file) throws IOException {
        try (BufferedReader bytes = TextSource.bytes(file, StandardCharsets.ISO_8859_1)) {
            long number = 1;
            for (byte[] line = line(bytes); line != null; line = line(bytes)) {
                if (number == 1 && isUtf16(line)) {
                    return InvalidInputException.at(
                            file.toString(), 1, 1, "text must be UTF-8, but is UTF-16; convert it first");
                }
                if (!Utf8.isWellFormed(line)) {
                    return error(file, number, line);
                }
                number++;
            }
            return InvalidInputException.at(file.toString(), number, 1, "text must be UTF-8, but is not");
        }
    }

    private static byte @Nullable [] line(BufferedReader bytes) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = bytes.read();
        }
        return line.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf16(byte[] line) {
        int mark = line.length < 2 ? 0 : Byte.toUnsignedInt(line[0]) << 8 | Byte.toUnsignedInt(line[1]);
        return mark == 0xfeff || mark == 0xfffe;
    }

    private static InvalidInputException error(Path file, long line, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String before = out.flip().toString();
        return InvalidInputException.at(
                file.toString(),
                line,
                cell(before),
                String.format("text must be UTF-8, but has the byte 0x%02x in a wrong place", bytes[in.position()]));
    }

    private static long cell(String before) {
        boolean isQuoted = false;
        long cell = 1;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            isQuoted ^= c == '"';
            cell += !isQuoted && (c == ',' || c == ';' || c == '\t') ? 1 : 0;
        }
        return cell;
    }
}
