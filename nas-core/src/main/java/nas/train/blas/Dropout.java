package nas.train.blas;

import java.util.stream.IntStream;
import nas.space.DropoutKind;
import nas.space.HiddenLayer;

/**
 * Drops outputs of hidden layers and lets the others make up for it (Srivastava et al. 2014, "Dropout: A Simple Way to
 * Prevent Neural Networks from Overfitting"), or alpha dropout (Klambauer et al. 2017, arXiv 1706.02515, section 3), which
 * keeps mean and variance. Whether a unit is dropped is a hash of seed, step, layer, row and unit, so
 * that masks depend on nothing else.
 */
final class Dropout {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    /** What alpha dropout puts in place of a dropped output: the limit of selu for large negative sums. */
    private static final double ALPHA_PRIME = -PiecewiseKernels.SELU_LAMBDA * PiecewiseKernels.SELU_ALPHA;
    /** Hashes are compared by their upper 24 bits. */
    private static final int HASH_SHIFT = 8;

    private static final int HASHES = 1 << 24;
    private static final int ONE = Float.floatToRawIntBits(1);

    private final Exponential exponential;
    private final Topology topology;
    private final long seed;
    private final int[] numbers;
    private final int[] bits;
    private final float[] kept;

    Dropout(Exponential exponential, Topology topology, long seed) {
        int length = RowTile.longest(topology.widest());
        this.exponential = exponential;
        this.topology = topology;
        this.seed = seed;
        this.numbers = IntStream.range(0, length).toArray();
        this.bits = new int[length];
        this.kept = new float[length];
    }

    /**
     * Drops some of a block of a layer's outputs, and their slopes with them.
     *
     * @param step number of the step, from 0
     * @param begin where in the layer's outputs of this step the block begins
     */
    void apply(int layer, long step, int begin, float[] values, float[] slopes, int count) {
        HiddenLayer hidden = topology.hidden().get(layer);
        if (hidden.dropout() == 0) {
            return;
        }
        double keep = 1 - hidden.dropout();
        long key = mix(mix(seed + GOLDEN * step) + layer);
        hash(numbers, bits, begin, (int) key, (int) (key >>> Integer.SIZE), count);
        choose(bits, (int) StrictMath.rint(keep * HASHES), count);
        exponential.cast(bits, kept, count);
        if (hidden.dropoutKind() == DropoutKind.ALPHA) {
            alpha(values, slopes, kept, keep, count);
        } else {
            plain(values, slopes, kept, (float) (1 / keep), count);
        }
    }

    /** Two rounds of an integer hash (C. Wellons 2018, "lowbias32") with a key before each. */
    private static void hash(int[] numbers, int[] bits, int begin, int key1, int key2, int count) {
        for (int i = 0; i < count; i++) {
            int x = (begin + numbers[i]) ^ key1;
            x ^= x >>> 16;
            x *= 0x7feb352d;
            x ^= x >>> 15;
            x *= 0x846ca68b;
            x ^= x >>> 16;
            x += key2;
            x ^= x >>> 16;
            x *= 0x7feb352d;
            x ^= x >>> 15;
            x *= 0x846ca68b;
            x ^= x >>> 16;
            bits[i] = x;
        }
    }

    /** Makes the bits of 1.0f of hashes below the threshold, else those of 0.0f. */
    private static void choose(int[] bits, int threshold, int count) {
        for (int i = 0; i < count; i++) {
            bits[i] = (((bits[i] >>> HASH_SHIFT) - threshold) >> (Integer.SIZE - 1)) & ONE;
        }
    }

    private static void plain(float[] values, float[] slopes, float[] kept, float scale, int count) {
        for (int i = 0; i < count; i++) {
            float factor = kept[i] * scale;
            values[i] *= factor;
            slopes[i] *= factor;
        }
    }

    private static void alpha(float[] values, float[] slopes, float[] kept, double keep, int count) {
        double a = 1 / Math.sqrt(keep + ALPHA_PRIME * ALPHA_PRIME * keep * (1 - keep));
        float scale = (float) a;
        float shift = (float) (-a * (1 - keep) * ALPHA_PRIME);
        float dropped = (float) (a * ALPHA_PRIME);
        for (int i = 0; i < count; i++) {
            values[i] = values[i] * kept[i] * scale + dropped * (1 - kept[i]) + shift;
            slopes[i] *= kept[i] * scale;
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
