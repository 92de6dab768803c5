package nas.data.idx;

import com.google.common.io.ByteStreams;
import com.google.common.io.CountingInputStream;
import com.google.common.math.LongMath;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nas.InvalidInputException;
import nas.data.Compression;
import nas.data.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, decompressed where it is compressed, which its first bytes tell and not its name. Offsets in errors
 * count decompressed bytes. Closed by whoever opened it.
 */
final class IdxStream implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    /** A compressed byte never stands for more: 258 bytes in 2 bits (Deutsch 1996, RFC 1951). */
    private static final long BEST_COMPRESSION = 1032;

    private final Path file;
    private final long most;
    private final CountingInputStream in;
    private final @Nullable Gzip gzip;

    private IdxStream(Path file, InputStream raw) throws IOException {
        boolean isCompressed = Compression.isGzip(raw);
        this.file = file;
        this.most = LongMath.saturatedMultiply(Files.size(file), isCompressed ? BEST_COMPRESSION : 1);
        this.gzip = isCompressed ? new Gzip(new CountingInputStream(raw)) : null;
        this.in = new CountingInputStream(gzip == null ? raw : gzip);
    }

    static IdxStream open(Path file) {
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            try {
                return new IdxStream(file, raw);
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(file, 0, e);
        }
    }

    Path file() {
        return file;
    }

    boolean isCompressed() {
        return gzip != null;
    }

    /** Returns how many bytes there are at most, and exactly so many if the file is not compressed. */
    long most() {
        return most;
    }

    /** Returns so many bytes, or fewer where the file ends before. Takes memory only for what is there. */
    byte[] read(int count) {
        try {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw failure(file, in.getCount(), e);
        }
    }

    /** Returns whether no byte is left. */
    boolean isAtEnd() {
        return read(1).length == 0;
    }

    /** Returns how many bytes are left, without keeping them. */
    long exhaust() {
        try {
            return ByteStreams.exhaust(in);
        } catch (IOException e) {
            throw failure(file, in.getCount(), e);
        }
    }

    /**
     * To be called at the end.
     *
     * @throws InvalidInputException if something follows that is not compressed, in a file that is
     */
    void checkRest() {
        try {
            if (gzip != null && gzip.hasRest()) {
                throw error(in.getCount(), "compressed data must end here, but the file goes on with other bytes");
            }
        } catch (IOException e) {
            throw failure(file, in.getCount(), e);
        }
    }

    InvalidInputException error(long offset, String message) {
        return error(file, offset, message);
    }

    static InvalidInputException error(Path file, long offset, String message) {
        return new InvalidInputException(file + ": byte " + offset + ": " + message);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw failure(file, in.getCount(), e);
        }
    }

    private static InvalidInputException failure(Path file, long offset, IOException cause) {
        if (cause instanceof EOFException) {
            return error(file, offset, "compressed data must not end here; the file is incomplete");
        }
        if (cause instanceof ZipException) {
            return error(file, offset, "compressed data are damaged: " + cause.getMessage());
        }
        return Unreadable.file(file, cause);
    }

    /** Notices what its parent passes over: bytes after the compressed data that are no compressed data. */
    private static final class Gzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        private final CountingInputStream raw;
        private long filled;

        Gzip(CountingInputStream raw) throws IOException {
            super(raw, BUFFER);
            this.raw = raw;
        }

        @Override
        protected void fill() throws IOException {
            super.fill();
            filled = raw.getCount();
        }

        /** Tells it at the end: the trailer follows what the decompressor has left of the bytes that it was given. */
        boolean hasRest() throws IOException {
            long end = filled - inf.getRemaining() + TRAILER;
            return raw.getCount() > end || raw.read() >= 0;
        }
    }
}
