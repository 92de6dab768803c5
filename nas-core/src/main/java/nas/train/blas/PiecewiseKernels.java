package nas.train.blas;

/**
 * Activations with one formula above 0 and another below. Instead of branching, {@link #isAbove} makes a factor of the
 * sign, by saturation.
 */
final class PiecewiseKernels {
    private static final float LEAK = 0.01f;
    static final double SELU_ALPHA = 1.6732632423543772;
    static final double SELU_LAMBDA = 1.0507009873554805;

    private PiecewiseKernels() {}

    static void identity(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] = 1;
        }
    }

    static void relu(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            float above = Math.max(values[i], 0);
            values[i] = above;
            slopes[i] = isAbove(above);
        }
    }

    static void leakyRelu(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            float below = Math.min(values[i], 0);
            slopes[i] = 1 - (1 - LEAK) * isAbove(-below);
            values[i] = Math.max(values[i], 0) + LEAK * below;
        }
    }

    /** Writes {@code min(x, 0)} to where slopes go. */
    static void negativeParts(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] = Math.min(values[i], 0);
        }
    }

    /** With {@code e^min(x, 0)} at the slopes, which is the slope. */
    static void elu(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(values[i], 0) + (slopes[i] - 1);
        }
    }

    /** With {@code e^min(x, 0)} at the slopes. */
    static void selu(float[] values, float[] slopes, int count) {
        float alpha = (float) SELU_ALPHA;
        float lambda = (float) SELU_LAMBDA;
        for (int i = 0; i < count; i++) {
            float above = Math.max(values[i], 0);
            float isAbove = isAbove(above);
            values[i] = lambda * (above + alpha * (slopes[i] - 1));
            slopes[i] = lambda * (isAbove + (1 - isAbove) * alpha * slopes[i]);
        }
    }

    /** Returns 1 for a normal number above 0, 0 for 0, and not-a-number for itself. */
    private static float isAbove(float magnitude) {
        return Math.min(magnitude * Float.MAX_VALUE, 1);
    }
}
