package nas.train.blas;

import static nas.train.blas.OptimizerKernel.BETA1;
import static nas.train.blas.OptimizerKernel.BETA2;
import static nas.train.blas.OptimizerKernel.EPSILON;
import static nas.train.blas.Subnormals.FLUSH;
import static nas.train.blas.Subnormals.FLUSH_SQUARE;

/**
 * The loops of the optimizers, over the first {@code count} values of each array. The rate is that of the step, corrected
 * for the running means' beginning at 0 where the optimizer does that.
 */
final class OptimizerMoves {
    private static final float RMS_DECAY = 0.95f;
    private static final float TINY = 1e-32f;

    private OptimizerMoves() {}

    /** {@code p -= η·g}. */
    static void sgd(float[] p, float[] g, float rate, int count) {
        for (int i = 0; i < count; i++) {
            p[i] -= rate * g[i];
        }
    }

    /** {@code v' = μ·v - η·g; p += (1 + μ)·v' - μ·v}, with the velocity {@code v}. */
    static void nesterov(float[] p, float[] g, float[] v, float momentum, float rate, int count) {
        for (int i = 0; i < count; i++) {
            float before = momentum * v[i];
            float now = (before - rate * g[i] + FLUSH) - FLUSH;
            v[i] = now;
            p[i] -= before - (1 + momentum) * now;
        }
    }

    /** {@code p -= η·√(1 - β2^t)/(1 - β1^t) · m/(√v + ε)}. */
    static void adam(float[] p, float[] g, float[] m, float[] v, float rate, int count) {
        for (int i = 0; i < count; i++) {
            float mean = (BETA1 * m[i] + (1 - BETA1) * g[i] + FLUSH) - FLUSH;
            float square = (BETA2 * v[i] + (1 - BETA2) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
            m[i] = mean;
            v[i] = square;
            p[i] -= rate * mean / ((float) Math.sqrt(square) + EPSILON);
        }
    }

    /** {@code p -= η/(1 - β1^t) · (β1·m + (1 - β1)·g)/(√v + ε)}. */
    static void nadam(float[] p, float[] g, float[] m, float[] v, float rate, int count) {
        for (int i = 0; i < count; i++) {
            float now = (1 - BETA1) * g[i];
            float mean = (BETA1 * m[i] + now + FLUSH) - FLUSH;
            float square = (BETA2 * v[i] + (1 - BETA2) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
            m[i] = mean;
            v[i] = square;
            p[i] -= rate * (BETA1 * mean + now) / ((float) Math.sqrt(square) + EPSILON);
        }
    }

    /** {@code p -= η·g/(√v + ε)}; {@code v} begins at ε. */
    static void rmsProp(float[] p, float[] g, float[] v, float rate, int count) {
        for (int i = 0; i < count; i++) {
            float square = (RMS_DECAY * v[i] + (1 - RMS_DECAY) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
            v[i] = square;
            p[i] -= rate * g[i] / ((float) Math.sqrt(square) + EPSILON);
        }
    }

    /** {@code p -= η/(1 - β1^t) · m/u}, with {@code u = max(β2·u, |g|)}. */
    static void adaMax(float[] p, float[] g, float[] m, float[] u, float rate, int count) {
        for (int i = 0; i < count; i++) {
            float mean = (BETA1 * m[i] + (1 - BETA1) * g[i] + FLUSH) - FLUSH;
            float largest = Math.max(BETA2 * u[i], Math.abs(g[i])) + TINY;
            m[i] = mean;
            u[i] = largest;
            p[i] -= rate * mean / largest;
        }
    }
}
