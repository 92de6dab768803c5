package nas.data.idx;

import com.google.common.base.Joiner;
import com.google.common.math.LongMath;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import nas.InvalidInputException;
import nas.data.Sizes;

/**
 * An open file of unsigned bytes in the IDX format (LeCun, Cortes & Burges, "The MNIST database of handwritten digits"):
 * the magic number {@code 0x0800 + dimensions}, one big-endian size per dimension, the bytes in row-major order. What its
 * header promises is compared with the length of the file before anything is read, and so before anything is allocated.
 */
final class IdxFile implements AutoCloseable {
    private final IdxStream in;
    private final ImmutableIntArray sizes;
    private final int length;
    private long read;

    private IdxFile(IdxStream in, int dimensions) {
        this.in = in;
        this.sizes = header(in, dimensions);
        this.length = product(in, sizes);
        checkLength();
    }

    static IdxFile images(Path file) {
        return open(file, 3);
    }

    static IdxFile labels(Path file) {
        return open(file, 1);
    }

    /** Returns where in the file the size of a dimension, counted from 0, is written. */
    static int offsetOfSize(int dimension) {
        return Ints.BYTES * (dimension + 1);
    }

    Path path() {
        return in.file();
    }

    /** Returns the size of a dimension, counted from 0; at least 1. */
    int size(int dimension) {
        return sizes.get(dimension);
    }

    /** Returns where in the file the bytes begin. */
    int offsetOfBody() {
        return offsetOfSize(sizes.length());
    }

    /**
     * Returns the next bytes, as many as are asked for.
     *
     * @throws InvalidInputException if the file ends before, or if these are the last ones and the file goes on
     */
    byte[] read(int count) {
        byte[] bytes = in.read(count);
        read += bytes.length;
        if (bytes.length < count) {
            throw tooShort(read);
        }
        if (read == length) {
            checkEnd();
        }
        return bytes;
    }

    InvalidInputException error(long offset, String message) {
        return in.error(offset, message);
    }

    @Override
    public void close() {
        in.close();
    }

    private static IdxFile open(Path file, int dimensions) {
        IdxStream in = IdxStream.open(file);
        try {
            return new IdxFile(in, dimensions);
        } catch (InvalidInputException e) {
            in.close();
            throw e;
        }
    }

    private void checkLength() {
        long most = in.most() - offsetOfBody();
        if (most < length) {
            throw tooShort(in.isCompressed() ? in.exhaust() : most);
        }
        if (most > length && !in.isCompressed()) {
            throw tooLong();
        }
    }

    private void checkEnd() {
        if (!in.isAtEnd()) {
            throw tooLong();
        }
        in.checkRest();
    }

    private InvalidInputException tooShort(long bytes) {
        return error(
                offsetOfBody() + bytes,
                "file must hold " + times(sizes) + " = " + length + " bytes after its header, but ends after " + bytes);
    }

    private InvalidInputException tooLong() {
        return error(
                offsetOfBody() + (long) length,
                "file must end here, after " + times(sizes) + " = " + length + " bytes, but goes on");
    }

    private static int product(IdxStream in, ImmutableIntArray sizes) {
        long product = 1;
        for (int size : sizes.asList()) {
            product = LongMath.saturatedMultiply(product, size);
        }
        if (product > Sizes.MAX_VALUES) {
            throw in.error(
                    offsetOfSize(0),
                    "sizes must make at most " + Sizes.MAX_VALUES + " bytes together, but were " + times(sizes));
        }
        return (int) product;
    }

    private static ImmutableIntArray header(IdxStream in, int dimensions) {
        ByteBuffer header = ByteBuffer.wrap(in.read(offsetOfSize(dimensions)));
        int expected = 0x0800 + dimensions;
        if (header.remaining() >= Ints.BYTES && header.getInt(0) != expected) {
            throw in.error(0, String.format("magic number must be 0x%08x, but was 0x%08x", expected, header.getInt(0)));
        }
        if (header.remaining() < offsetOfSize(dimensions)) {
            throw in.error(
                    header.remaining(), "header must have " + offsetOfSize(dimensions) + " bytes, but the file ends");
        }
        int[] sizes = new int[dimensions];
        Arrays.setAll(sizes, i -> size(in, offsetOfSize(i), header.getInt(offsetOfSize(i))));
        return ImmutableIntArray.copyOf(sizes);
    }

    private static int size(IdxStream in, int offset, int size) {
        if (size < 1) {
            throw in.error(
                    offset,
                    "size must be >= 1 and <= " + Sizes.MAX_VALUES + ", but was " + Integer.toUnsignedString(size));
        }
        return size;
    }

    private static String times(ImmutableIntArray sizes) {
        return Joiner.on(" x ").join(sizes.asList());
    }
}
