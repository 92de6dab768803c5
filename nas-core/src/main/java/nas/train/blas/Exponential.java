package nas.train.blas;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * {@code e^x} of many values at once, the same bits on every platform: only additions and multiplications in a fixed
 * order. The relative error is below 3e-7 within [-60, 60]; arguments outside count as the nearest end, which keeps
 * results and their reciprocals far from subnormal numbers, and not-a-number stays.
 *
 * <p>{@code e^x = 2^n · e^r} with {@code n} the nearest integer to {@code x / ln 2}; {@code e^r} is its Taylor
 * polynomial of degree 7 (|r| ≤ 0.35). The power of two is made by writing its exponent bits. Java has no such cast for
 * whole arrays and compiles a cast per value to slow code, so a block of values passes through memory that is seen as
 * floats and as integers.
 */
final class Exponential {
    private static final float LOWEST = -60;
    private static final float HIGHEST = 60;
    private static final float LOG2_E = (float) (1 / 0.6931471805599453);
    /** Adding 1.5 · 2^23 rounds to an integer and leaves it in the lowest bits. */
    private static final float ROUNDER = 12_582_912f;
    /** ln 2 in two parts: the first has so few bits that its multiples are exact. */
    private static final float LN2_HIGH = 355 / 512f;

    private static final float LN2_LOW = (float) (0.6931471805599453 - 355 / 512.0);
    private static final int EXPONENT_SHIFT = 23;
    private static final int ONE = 0x3f800000;

    private final FloatPointer memory = new FloatPointer(RowTile.BLOCK);
    private final FloatBuffer asFloats = new FloatPointer(memory).asBuffer();
    private final IntBuffer asInts =
            new IntPointer(memory).capacity(RowTile.BLOCK).asBuffer();
    private final float[] arguments = new float[RowTile.BLOCK];
    private final float[] shifted = new float[RowTile.BLOCK];
    private final float[] powers = new float[RowTile.BLOCK];
    private final int[] bits = new int[RowTile.BLOCK];

    /** Replaces the first {@code count} values by their exponentials. */
    void apply(float[] values, int count) {
        if (count <= RowTile.BLOCK) {
            block(values, count);
        } else {
            for (int begin = 0; begin < count; begin += RowTile.BLOCK) {
                int length = Math.min(RowTile.BLOCK, count - begin);
                System.arraycopy(values, begin, arguments, 0, length);
                block(arguments, length);
                System.arraycopy(arguments, 0, values, begin, length);
            }
        }
    }

    /** Makes floats of the bits of integers: {@code into[i]} has the bits {@code from[i]}. */
    void cast(int[] from, float[] into, int count) {
        for (int begin = 0; begin < count; begin += RowTile.BLOCK) {
            int length = Math.min(RowTile.BLOCK, count - begin);
            asInts.put(0, from, begin, length);
            asFloats.get(0, into, begin, length);
        }
    }

    void free() {
        memory.close();
    }

    private void block(float[] values, int count) {
        shift(values, shifted, count);
        asFloats.put(0, shifted, 0, count);
        asInts.get(0, bits, 0, count);
        exponents(bits, count);
        cast(bits, powers, count);
        polynomial(values, shifted, powers, count);
    }

    private static void shift(float[] values, float[] shifted, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.min(Math.max(values[i], LOWEST), HIGHEST);
            values[i] = x;
            shifted[i] = x * LOG2_E + ROUNDER;
        }
    }

    private static void exponents(int[] bits, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = (bits[i] << EXPONENT_SHIFT) + ONE;
        }
    }

    private static void polynomial(float[] values, float[] shifted, float[] powers, int count) {
        for (int i = 0; i < count; i++) {
            float n = shifted[i] - ROUNDER;
            float r = values[i] - n * LN2_HIGH - n * LN2_LOW;
            float p = 1 / 5040f;
            p = p * r + 1 / 720f;
            p = p * r + 1 / 120f;
            p = p * r + 1 / 24f;
            p = p * r + 1 / 6f;
            p = p * r + 0.5f;
            p = p * r + 1;
            p = p * r + 1;
            values[i] = p * powers[i];
        }
    }
}
