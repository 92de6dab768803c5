package nas.data;

import java.util.function.Function;

/**
 * The network inputs of all rows, held once and as compactly as their source allows. Immutable and safe for use by many
 * threads, as long as nobody writes to its arrays, which are shared, never copied. Because of them, two of these are equal
 * only if they share their arrays.
 */
public sealed interface Features {
    /** Returns the number of rows. */
    int rows();

    /** Returns the number of inputs of a row, at least 1. */
    int inputs();

    /** Copies the inputs of a row into an array, from {@code offset} on. Allocates nothing. */
    void copy(int row, float[] into, int offset);

    /** Returns a copy of the inputs of a row. */
    default float[] row(int row) {
        float[] copy = new float[inputs()];
        copy(row, copy, 0);
        return copy;
    }

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Floats, T> floats, Function<Bytes, T> bytes);

    /**
     * Inputs that are held as they are.
     *
     * @param values {@code [rows, inputs]}, row-major; shared
     * @param inputs number of inputs of a row
     */
    @SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
    record Floats(float[] values, int inputs) implements Features {
        /** @throws IllegalArgumentException if the values do not fill whole rows, or one is not finite */
        public Floats {
            if (inputs < 1) {
                throw new IllegalArgumentException("inputs must be >= 1, but were " + inputs);
            }
            if (values.length % inputs != 0) {
                throw new IllegalArgumentException("features must fill whole rows of " + inputs + " inputs, but were "
                        + values.length + " values");
            }
            checkFinite(values);
        }

        @Override
        public int rows() {
            return values.length / inputs;
        }

        @Override
        public void copy(int row, float[] into, int offset) {
            System.arraycopy(values, row * inputs, into, offset, inputs);
        }

        @Override
        public <T> T match(Function<Floats, T> floats, Function<Bytes, T> bytes) {
            return floats.apply(this);
        }
    }

    /**
     * Inputs that have at most 256 different values, as pixels do; a quarter of the memory.
     *
     * @param values what was read; shared
     * @param levels the network input that each of the 256 values of a byte stands for
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed to loops that run at every step.
    record Bytes(ByteRows values, float[] levels) implements Features {
        /** Number of different values. */
        public static final int LEVELS = 256;

        /** @throws IllegalArgumentException if there are not 256 levels, or one is not finite */
        public Bytes {
            if (levels.length != LEVELS) {
                throw new IllegalArgumentException("levels must be " + LEVELS + ", but were " + levels.length);
            }
            checkFinite(levels);
        }

        /** Returns bytes that all have one standardisation. */
        public static Bytes of(ByteRows values, Standardisation standardisation) {
            float[] levels = new float[LEVELS];
            for (int level = 0; level < LEVELS; level++) {
                levels[level] = standardisation.apply(level);
            }
            return new Bytes(values, levels);
        }

        @Override
        public int rows() {
            return values.rows();
        }

        @Override
        public int inputs() {
            return values.inputs();
        }

        @Override
        public void copy(int row, float[] into, int offset) {
            look(values.block(row), values.offset(row), into, offset, values.inputs());
        }

        @Override
        public <T> T match(Function<Floats, T> floats, Function<Bytes, T> bytes) {
            return bytes.apply(this);
        }

        /** Fills an array with inputs, counted over all rows, from one of them on. */
        void fill(int from, float[] into) {
            int inputs = values.inputs();
            for (int done = 0; done < into.length; ) {
                int row = (from + done) / inputs;
                int column = (from + done) % inputs;
                int count = Math.min(inputs - column, into.length - done);
                look(values.block(row), values.offset(row) + column, into, done, count);
                done += count;
            }
        }

        private void look(byte[] block, int from, float[] into, int offset, int count) {
            float[] inputs = levels;
            for (int i = 0; i < count; i++) {
                into[offset + i] = inputs[Byte.toUnsignedInt(block[from + i])];
            }
        }
    }

    private static void checkFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("features must be finite, but one was " + value);
            }
        }
    }
}
