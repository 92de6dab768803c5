package nas.export;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import nas.trial.FloatVector;

/**
 * Reads the parameters of a network as ND4J writes an array: two buffers, each with its kind, its length and its type before
 * its elements, all big-endian; the first one says the shape, the second one holds the numbers. Nothing that the stream says
 * decides how much memory is taken.
 */
final class Coefficients {
    /** Of a flat array of any rank that ND4J has: rank, shape, strides and three more. */
    private static final int LONGEST_SHAPE = 2 * 32 + 4;

    private static final int CHUNK = 1 << 16;

    private Coefficients() {}

    /**
     * Returns the numbers.
     *
     * @param count how many there must be
     * @throws IllegalArgumentException if there are others
     * @throws IOException if the stream cannot be read to its end
     */
    static FloatVector read(InputStream stream, int count) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        long shape = length(in, "LONG");
        check(shape >= 0 && shape <= LONGEST_SHAPE, "shape must have at most " + LONGEST_SHAPE + " numbers", shape);
        in.skipNBytes(shape * Long.BYTES);
        long length = length(in, "FLOAT");
        check(length == count, "there must be " + count + " parameters", length);
        float[] values = new float[count];
        byte[] chunk = new byte[Math.min(CHUNK, count) * Float.BYTES];
        for (int done = 0; done < count; ) {
            int next = Math.min(CHUNK, count - done);
            in.readFully(chunk, 0, next * Float.BYTES);
            ByteBuffer.wrap(chunk).asFloatBuffer().get(values, done, next);
            done += next;
        }
        for (float value : values) {
            check(Float.isFinite(value), "parameters must be finite", value);
        }
        return FloatVector.copyOf(values);
    }

    private static long length(DataInputStream in, String type) throws IOException {
        in.readUTF();
        long length = in.readLong();
        String found = in.readUTF();
        if (!found.equals(type)) {
            throw new IllegalArgumentException("numbers must be of type " + type + ", but are of " + found);
        }
        return length;
    }

    private static void check(boolean isRight, String rule, Object value) {
        if (!isRight) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}
