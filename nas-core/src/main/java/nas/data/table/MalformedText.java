package nas.data.table;

import com.google.common.base.Utf8;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.InvalidInputException;

/** Finds the place where a file is not UTF-8, which a decoder that reads ahead cannot tell. */
final class MalformedText {
    private MalformedText() {}

    static InvalidInputException in(Path file) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
                if (!Utf8.isWellFormed(bytes)) {
                    return error(file, number, bytes);
                }
                number++;
            }
            return InvalidInputException.at(file.toString(), number, 1, "text must be UTF-8, but is not");
        }
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
            cell += !isQuoted && c == ',' ? 1 : 0;
        }
        return cell;
    }
}
