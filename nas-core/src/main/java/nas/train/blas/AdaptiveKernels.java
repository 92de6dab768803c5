package nas.train.blas;

/**
 * Optimizers that scale each component by its own history: {@code m} is the running mean of the gradient, {@code v} that
 * of its square, {@code t} the number of the step from 1.
 */
final class AdaptiveKernels {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;
    /** Added and subtracted, they turn numbers so small that they slow the processor down into 0. */
    private static final float FLUSH = 1e-20f;

    private static final float FLUSH_SQUARE = 1e-24f;

    private AdaptiveKernels() {}

    /** {@code p -= η·√(1 - β2^t)/(1 - β1^t) · m/(√v + ε)}. */
    static final class Adam implements OptimizerKernel {
        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) (learningRate * Math.sqrt(remaining(BETA2, step)) / remaining(BETA1, step));
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, first, second, rate, count);
        }

        @Override
        public int memories() {
            return 2;
        }

        private static void move(float[] p, float[] g, float[] m, float[] v, float rate, int count) {
            for (int i = 0; i < count; i++) {
                float mean = (BETA1 * m[i] + (1 - BETA1) * g[i] + FLUSH) - FLUSH;
                float square = (BETA2 * v[i] + (1 - BETA2) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
                m[i] = mean;
                v[i] = square;
                p[i] -= rate * mean / ((float) Math.sqrt(square) + EPSILON);
            }
        }
    }

    /** {@code p -= η/(1 - β1^t) · (β1·m + (1 - β1)·g)/(√v + ε)}. */
    static final class Nadam implements OptimizerKernel {
        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) (learningRate / remaining(BETA1, step));
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, first, second, rate, count);
        }

        @Override
        public int memories() {
            return 2;
        }

        private static void move(float[] p, float[] g, float[] m, float[] v, float rate, int count) {
            for (int i = 0; i < count; i++) {
                float now = (1 - BETA1) * g[i];
                float mean = (BETA1 * m[i] + now + FLUSH) - FLUSH;
                float square = (BETA2 * v[i] + (1 - BETA2) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
                m[i] = mean;
                v[i] = square;
                p[i] -= rate * (BETA1 * mean + now) / ((float) Math.sqrt(square) + EPSILON);
            }
        }
    }

    /** {@code p -= η·g/(√v + ε)}; {@code v} begins at ε. */
    static final class RmsProp implements OptimizerKernel {
        private static final float DECAY = 0.95f;

        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, first, rate, count);
        }

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public float initial() {
            return EPSILON;
        }

        private static void move(float[] p, float[] g, float[] v, float rate, int count) {
            for (int i = 0; i < count; i++) {
                float square = (DECAY * v[i] + (1 - DECAY) * g[i] * g[i] + FLUSH_SQUARE) - FLUSH_SQUARE;
                v[i] = square;
                p[i] -= rate * g[i] / ((float) Math.sqrt(square) + EPSILON);
            }
        }
    }

    /** {@code p -= η/(1 - β1^t) · m/u}, with {@code u = max(β2·u, |g|)}. */
    static final class AdaMax implements OptimizerKernel {
        private static final float TINY = 1e-32f;

        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) (learningRate / remaining(BETA1, step));
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, first, second, rate, count);
        }

        @Override
        public int memories() {
            return 2;
        }

        private static void move(float[] p, float[] g, float[] m, float[] u, float rate, int count) {
            for (int i = 0; i < count; i++) {
                float mean = (BETA1 * m[i] + (1 - BETA1) * g[i] + FLUSH) - FLUSH;
                float largest = Math.max(BETA2 * u[i], Math.abs(g[i])) + TINY;
                m[i] = mean;
                u[i] = largest;
                p[i] -= rate * mean / largest;
            }
        }
    }

    /** Returns {@code 1 - β^t}, by repeated squaring: {@code StrictMath.pow} allocates. */
    private static double remaining(float beta, long step) {
        double power = 1;
        double square = beta;
        for (long t = step + 1; t > 0; t >>= 1) {
            if ((t & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return 1 - power;
    }
}
