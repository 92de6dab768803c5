package nas.train.blas;

import nas.space.Activation;

/**
 * An activation of many values at once. Kernels are loops without branches over arrays that are indexed alike: those are
 * the loops which the JVM compiles to vector instructions.
 */
@FunctionalInterface
interface ActivationKernel {
    /**
     * Replaces values by their activations.
     *
     * @param values weighted sums, of which the first {@code count} are meant
     * @param slopes receives the derivatives, at the same places
     */
    void apply(float[] values, float[] slopes, int count);

    /**
     * Returns the kernel of an activation.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ActivationKernel of(Activation activation, Exponential exponential) {
        return switch (activation) {
            case IDENTITY -> PiecewiseKernels::identity;
            case RELU -> PiecewiseKernels::relu;
            case LEAKY_RELU -> PiecewiseKernels::leakyRelu;
            case ELU ->
                (values, slopes, count) -> {
                    PiecewiseKernels.negativeParts(values, slopes, count);
                    exponential.apply(slopes, count);
                    PiecewiseKernels.elu(values, slopes, count);
                };
            case SELU ->
                (values, slopes, count) -> {
                    PiecewiseKernels.negativeParts(values, slopes, count);
                    exponential.apply(slopes, count);
                    PiecewiseKernels.selu(values, slopes, count);
                };
            case SIGMOID ->
                (values, slopes, count) -> {
                    SmoothKernels.scale(values, slopes, -1, count);
                    exponential.apply(slopes, count);
                    SmoothKernels.sigmoid(values, slopes, count);
                };
            case TANH ->
                (values, slopes, count) -> {
                    SmoothKernels.scale(values, slopes, -2, count);
                    exponential.apply(slopes, count);
                    SmoothKernels.tanh(values, slopes, count);
                };
            case GELU ->
                (values, slopes, count) -> {
                    SmoothKernels.scale(values, slopes, -SmoothKernels.GELU, count);
                    exponential.apply(slopes, count);
                    SmoothKernels.gated(values, slopes, SmoothKernels.GELU, count);
                };
            case SWISH ->
                (values, slopes, count) -> {
                    SmoothKernels.scale(values, slopes, -1, count);
                    exponential.apply(slopes, count);
                    SmoothKernels.gated(values, slopes, 1, count);
                };
            case SOFTPLUS ->
                (values, slopes, count) -> {
                    SmoothKernels.negativeMagnitudes(values, slopes, count);
                    exponential.apply(slopes, count);
                    SmoothKernels.softplus(values, slopes, count);
                };
            case PRELU, RRELU -> throw new IllegalArgumentException("there is no kernel for " + activation.word());
        };
    }
}
