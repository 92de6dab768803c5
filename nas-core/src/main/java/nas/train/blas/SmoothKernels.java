package nas.train.blas;

/** Activations made of exponentials, which are found where the slopes go. */
final class SmoothKernels {
    /** {@code x · σ(1.702x)} stands for x times the normal distribution's cumulative function. */
    static final float GELU = 1.702f;

    private static final float LOWEST = -60;

    private SmoothKernels() {}

    /** Writes {@code factor · x} to where slopes go. */
    static void scale(float[] values, float[] slopes, float factor, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] = factor * values[i];
        }
    }

    /** Writes {@code -|x|} to where slopes go. */
    static void negativeMagnitudes(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] = -Math.abs(values[i]);
        }
    }

    /** With {@code e^-x} at the slopes. */
    static void sigmoid(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            float sigmoid = 1 / (1 + slopes[i]);
            values[i] = sigmoid;
            slopes[i] = sigmoid * (1 - sigmoid);
        }
    }

    /** With {@code e^-2x} at the slopes. */
    static void tanh(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            float tanh = 2 / (1 + slopes[i]) - 1;
            values[i] = tanh;
            slopes[i] = 1 - tanh * tanh;
        }
    }

    /** {@code x · σ(factor · x)}, with {@code e^(-factor · x)} at the slopes. */
    static void gated(float[] values, float[] slopes, float factor, int count) {
        for (int i = 0; i < count; i++) {
            float x = Math.max(values[i], LOWEST); // below it, the sigmoid is as small as it gets
            float sigmoid = 1 / (1 + slopes[i]);
            values[i] = x * sigmoid;
            slopes[i] = sigmoid + factor * x * sigmoid * (1 - sigmoid);
        }
    }

    /**
     * {@code max(x, 0) + ln(1 + u)}, with {@code u = e^-|x|} at the slopes. {@code ln(1 + u) = 2 artanh(s)} with
     * {@code s = u / (2 + u) ≤ 1/3}, as a series up to s^13.
     */
    static void softplus(float[] values, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            float x = values[i];
            float u = slopes[i];
            float above = Math.min(Math.max(x, 0) * Float.MAX_VALUE, 1);
            float s = u / (2 + u);
            float q = s * s;
            float p = 1 / 13f;
            p = p * q + 1 / 11f;
            p = p * q + 1 / 9f;
            p = p * q + 1 / 7f;
            p = p * q + 1 / 5f;
            p = p * q + 1 / 3f;
            p = p * q + 1;
            values[i] = Math.max(x, 0) + 2 * s * p;
            // σ(x) is 1 / (1 + u) above 0 and u / (1 + u) below
            slopes[i] = (above + (1 - above) * u) / (1 + u);
        }
    }
}
