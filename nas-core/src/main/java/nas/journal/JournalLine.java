package nas.journal;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line of a journal as bytes: a JSON object in ASCII whose last field is a checksum, the first 32 hexadecimal digits of
 * SHA-256 over the checksum of the line before (nothing for the first line) and all of this line before the field. So
 * every line vouches for all lines before it, and lines of two journals cannot be mixed.
 */
final class JournalLine {
    private static final int DIGITS = 32;
    private static final byte[] FIELD = ",\"checksum\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int SUFFIX = FIELD.length + DIGITS + END.length;

    private JournalLine() {}

    /**
     * A line that is to be written.
     *
     * @param json the JSON object
     * @param checksum what the next line's checksum covers, too
     */
    record Checked(String json, String checksum) {}

    /** Returns a JSON object with a checksum added as its last field. */
    static Checked of(String json, String previousChecksum) {
        byte[] body = json.substring(0, json.length() - 1).getBytes(StandardCharsets.US_ASCII);
        String checksum = checksum(body, body.length, previousChecksum);
        return new Checked(
                json.substring(0, json.length() - 1)
                        + new String(FIELD, StandardCharsets.US_ASCII)
                        + checksum
                        + new String(END, StandardCharsets.US_ASCII),
                checksum);
    }

    /**
     * Checks a line, without its end, and returns its checksum.
     *
     * @throws IllegalArgumentException if it has no checksum, or a wrong one
     */
    static String check(byte[] line, String previousChecksum) {
        int body = line.length - SUFFIX;
        boolean isChecked = body > 0
                && Arrays.equals(line, body, body + FIELD.length, FIELD, 0, FIELD.length)
                && Arrays.equals(line, line.length - END.length, line.length, END, 0, END.length);
        if (!isChecked) {
            throw new IllegalArgumentException("the line does not end in a checksum");
        }
        String expected = checksum(line, body, previousChecksum);
        if (!expected.equals(new String(line, body + FIELD.length, DIGITS, StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException("the checksum does not fit the line and those before it");
        }
        return expected;
    }

    private static String checksum(byte[] body, int length, String previousChecksum) {
        return Hashing.sha256()
                .newHasher()
                .putString(previousChecksum, StandardCharsets.US_ASCII)
                .putBytes(body, 0, length)
                .hash()
                .toString()
                .substring(0, DIGITS);
    }
}
