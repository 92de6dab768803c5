package nas.data;

import java.io.IOException;
import java.io.InputStream;

/** Tells compressed files by their first bytes, not by their names. */
public final class Compression {
    private static final int GZIP_MAGIC = 0x1f8b;

    private Compression() {}

    /**
     * Tells whether what follows is compressed with gzip; nothing of it is consumed.
     *
     * @param in supports {@link InputStream#mark}
     */
    public static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }
}
