package nas.data.idx;

import com.google.common.base.Joiner;
import com.google.common.io.CountingInputStream;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import nas.InvalidInputException;
import nas.data.Sizes;
import nas.data.Unreadable;

/**
 * A file of unsigned bytes in the IDX format (LeCun, Cortes & Burges, "The MNIST database of handwritten digits"): the
 * magic number {@code 0x0800 + dimensions}, one big-endian size per dimension, the bytes in row-major order. A
 * compressed file is told by its first bytes, not by its name. Offsets in errors count decompressed bytes.
 *
 * @param file where it was read
 * @param sizes one size per dimension, each at least 1
 * @param body as many bytes as the sizes say
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
record IdxFile(Path file, ImmutableIntArray sizes, byte[] body) {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;

    static IdxFile images(Path file) {
        return read(file, 3);
    }

    static IdxFile labels(Path file) {
        return read(file, 1);
    }

    /** Returns where in the file the size of a dimension, counted from 0, is written. */
    static int offsetOfSize(int dimension) {
        return Ints.BYTES * (dimension + 1);
    }

    /** Returns where in the file the bytes begin. */
    int offsetOfBody() {
        return offsetOfSize(sizes.length());
    }

    InvalidInputException error(long offset, String message) {
        return error(file, offset, message);
    }

    private static InvalidInputException error(Path file, long offset, String message) {
        return new InvalidInputException(file + ": byte " + offset + ": " + message);
    }

    private static IdxFile read(Path file, int dimensions) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return isCompressed(raw) ? inflate(file, raw, dimensions) : parse(file, raw, dimensions);
        } catch (IOException e) {
            throw Unreadable.file(file, e);
        }
    }

    private static boolean isCompressed(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }

    private static IdxFile inflate(Path file, InputStream raw, int dimensions) throws IOException {
        long offset = 0;
        try (CountingInputStream in = new CountingInputStream(new GZIPInputStream(raw, BUFFER))) {
            try {
                return parse(file, in, dimensions);
            } finally {
                offset = in.getCount();
            }
        } catch (EOFException e) {
            throw error(file, offset, "compressed data must not end here; the file is incomplete");
        } catch (ZipException e) {
            throw error(file, offset, "compressed data are damaged: " + e.getMessage());
        }
    }

    private static IdxFile parse(Path file, InputStream in, int dimensions) throws IOException {
        ImmutableIntArray sizes = header(file, in, dimensions);
        // Reads in growing pieces, so a header that lies costs no memory.
        byte[] body = in.readNBytes(product(file, sizes));
        IdxFile parsed = new IdxFile(file, sizes, body);
        parsed.checkEnd(in);
        return parsed;
    }

    private void checkEnd(InputStream in) throws IOException {
        long expected = product(file, sizes);
        long end = offsetOfBody() + (long) body.length;
        if (body.length < expected) {
            throw error(
                    end,
                    "file must hold " + times(sizes) + " = " + expected + " bytes after its header, but ends after "
                            + body.length);
        }
        if (in.read() >= 0) {
            throw error(end, "file must end here, after " + times(sizes) + " = " + expected + " bytes, but goes on");
        }
    }

    private static int product(Path file, ImmutableIntArray sizes) {
        long product = 1;
        for (int size : sizes.asList()) {
            product = LongMath.saturatedMultiply(product, size);
        }
        if (product > Sizes.MAX_VALUES) {
            throw error(
                    file,
                    offsetOfSize(0),
                    "sizes must make at most " + Sizes.MAX_VALUES + " bytes together, but were " + times(sizes));
        }
        return (int) product;
    }

    private static ImmutableIntArray header(Path file, InputStream in, int dimensions) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(in.readNBytes(offsetOfSize(dimensions)));
        int expected = 0x0800 + dimensions;
        if (header.remaining() >= Ints.BYTES && header.getInt(0) != expected) {
            throw error(
                    file, 0, String.format("magic number must be 0x%08x, but was 0x%08x", expected, header.getInt(0)));
        }
        if (header.remaining() < offsetOfSize(dimensions)) {
            throw error(
                    file,
                    header.remaining(),
                    "header must have " + offsetOfSize(dimensions) + " bytes, but the file ends");
        }
        int[] sizes = new int[dimensions];
        Arrays.setAll(sizes, i -> size(file, offsetOfSize(i), header.getInt(offsetOfSize(i))));
        return ImmutableIntArray.copyOf(sizes);
    }

    private static int size(Path file, int offset, int size) {
        if (size < 1) {
            throw error(
                    file,
                    offset,
                    "size must be >= 1 and <= " + Sizes.MAX_VALUES + ", but was " + Integer.toUnsignedString(size));
        }
        return size;
    }

    private static String times(ImmutableIntArray sizes) {
        return Joiner.on(" x ").join(sizes.asList());
    }
}
