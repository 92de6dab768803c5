package nas.train.blas;

import nas.space.Optimizer;

/**
 * Moves parameters along their gradient, with the formulas and the float32 constants of DL4J 1.0.0-M2.1. Running means
 * are kept from decaying into subnormal numbers, which would slow every step several times.
 */
interface OptimizerKernel {
    /**
     * Prepares a step.
     *
     * @param step number of the step, from 0
     */
    void begin(long step, double learningRate);

    /**
     * Moves the first {@code count} parameters.
     *
     * @param first what the optimizer remembers of each parameter, updated
     * @param second what else it remembers of each, updated
     */
    void apply(float[] parameters, float[] gradient, float[] first, float[] second, int count);

    /** Returns how many values are remembered of each parameter: 0, 1 or 2. */
    int memories();

    /** Returns what is remembered before the first step. */
    default float initial() {
        return 0;
    }

    /** Returns the kernel of an optimizer. */
    static OptimizerKernel of(Optimizer optimizer, double momentum) {
        return switch (optimizer) {
            case SGD -> new MomentumKernels.Sgd();
            case NESTEROV -> new MomentumKernels.Nesterov((float) momentum);
            case ADAM -> new AdaptiveKernels.Adam();
            case NADAM -> new AdaptiveKernels.Nadam();
            case RMSPROP -> new AdaptiveKernels.RmsProp();
            case ADAMAX -> new AdaptiveKernels.AdaMax();
        };
    }
}
