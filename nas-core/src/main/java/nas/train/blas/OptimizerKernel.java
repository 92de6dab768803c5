package nas.train.blas;

import nas.space.Optimizer;

/**
 * Moves parameters along their gradient, with the formulas and the float32 constants of DL4J 1.0.0-M2.1. In formulas
 * {@code p} is a parameter, {@code g} its gradient, {@code η} the learning rate, {@code m} a running mean of the
 * gradient, {@code v} that of its square, {@code t} the number of the step from 1.
 */
final class OptimizerKernel {
    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.999f;
    static final float EPSILON = 1e-8f;

    private final int memories;
    private final float initial;
    private final Correction correction;
    private final Move move;
    private float rate;

    /** What the learning rate is multiplied by. */
    @FunctionalInterface
    private interface Correction {
        Correction NONE = t -> 1;

        double factor(long t);
    }

    /** One of the loops of {@link OptimizerMoves}. */
    @FunctionalInterface
    private interface Move {
        void apply(float[] p, float[] g, float[] first, float[] second, float rate, int count);
    }

    private OptimizerKernel(int memories, float initial, Correction correction, Move move) {
        this.memories = memories;
        this.initial = initial;
        this.correction = correction;
        this.move = move;
    }

    /** Returns the kernel of an optimizer. */
    static OptimizerKernel of(Optimizer optimizer, double momentum) {
        Correction ofMean = t -> 1 / remaining(BETA1, t);
        return switch (optimizer) {
            case SGD ->
                new OptimizerKernel(
                        0, 0, Correction.NONE, (p, g, none, nor, rate, count) -> OptimizerMoves.sgd(p, g, rate, count));
            case NESTEROV ->
                new OptimizerKernel(
                        1,
                        0,
                        Correction.NONE,
                        (p, g, v, none, rate, count) ->
                                OptimizerMoves.nesterov(p, g, v, (float) momentum, rate, count));
            case ADAM ->
                new OptimizerKernel(
                        2, 0, t -> Math.sqrt(remaining(BETA2, t)) / remaining(BETA1, t), OptimizerMoves::adam);
            case NADAM -> new OptimizerKernel(2, 0, ofMean, OptimizerMoves::nadam);
            case RMSPROP ->
                new OptimizerKernel(
                        1,
                        EPSILON,
                        Correction.NONE,
                        (p, g, v, none, rate, count) -> OptimizerMoves.rmsProp(p, g, v, rate, count));
            case ADAMAX -> new OptimizerKernel(2, 0, ofMean, OptimizerMoves::adaMax);
        };
    }

    /** Returns how many values are remembered of each parameter: 0, 1 or 2. */
    int memories() {
        return memories;
    }

    /** Returns what is remembered before the first step. */
    float initial() {
        return initial;
    }

    /**
     * Prepares a step.
     *
     * @param step number of the step, from 0
     */
    void begin(long step, double learningRate) {
        rate = (float) (learningRate * correction.factor(step + 1));
    }

    /**
     * Moves the first {@code count} parameters.
     *
     * @param first what is remembered of each parameter, updated
     * @param second what else is remembered of each, updated
     */
    void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count) {
        move.apply(parameters, gradient, first, second, rate, count);
    }

    /** Returns {@code 1 - β^t}, by repeated squaring: {@code StrictMath.pow} allocates. */
    private static double remaining(float beta, long t) {
        double power = 1;
        double square = beta;
        for (long left = t; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return 1 - power;
    }
}
