package nas.data.fetch;

import java.util.regex.Pattern;

/**
 * A file of a published data set. The checksum says which bytes are meant, wherever they come from.
 *
 * @param name its name at every address and in the cache
 * @param bytes its length
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 */
public record PublishedFile(String name, long bytes, String sha256) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the name is no plain file name, the length below 1 or the checksum malformed */
    public PublishedFile {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be a plain file name, but was " + name);
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be >= 1, but was " + bytes);
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits, but was " + sha256);
        }
    }
}
