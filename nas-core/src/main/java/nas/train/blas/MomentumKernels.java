package nas.train.blas;

/** Optimizers whose step is proportional to the gradient. */
final class MomentumKernels {
    private MomentumKernels() {}

    /** {@code p -= η·g}. */
    static final class Sgd implements OptimizerKernel {
        private float rate;

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, rate, count);
        }

        @Override
        public int memories() {
            return 0;
        }

        private static void move(float[] p, float[] g, float rate, int count) {
            for (int i = 0; i < count; i++) {
                p[i] -= rate * g[i];
            }
        }
    }

    /** {@code v' = μ·v - η·g; p += (1 + μ)·v' - μ·v}. */
    static final class Nesterov implements OptimizerKernel {
        private static final float FLUSH = 1e-20f;

        private final float momentum;
        private float rate;

        Nesterov(float momentum) {
            this.momentum = momentum;
        }

        @Override
        public void begin(long step, double learningRate) {
            rate = (float) learningRate;
        }

        @Override
        public void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
            move(parameters, gradient, first, momentum, rate, count);
        }

        @Override
        public int memories() {
            return 1;
        }

        private static void move(float[] p, float[] g, float[] v, float momentum, float rate, int count) {
            for (int i = 0; i < count; i++) {
                float before = momentum * v[i];
                float now = (before - rate * g[i] + FLUSH) - FLUSH;
                v[i] = now;
                p[i] -= before - (1 + momentum) * now;
            }
        }
    }
}
