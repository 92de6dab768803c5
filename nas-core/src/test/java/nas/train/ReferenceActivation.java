package nas.train;

import java.util.EnumSet;
import java.util.Set;
import nas.space.Activation;

/** Activations and their slopes in float64, each as its definition says. */
public final class ReferenceActivation {
    private static final double LEAK = 0.01;
    private static final double GELU_FACTOR = 1.702;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SELU_ALPHA = 1.6732632423543772;

    /** All activations that are the same function in every step. */
    static final Set<Activation> FIXED = EnumSet.complementOf(EnumSet.of(Activation.PRELU, Activation.RRELU));

    private ReferenceActivation() {}

    /** Returns what a unit makes of its weighted sum. */
    public static double value(Activation activation, double x) {
        return switch (activation) {
            case IDENTITY -> x;
            case SIGMOID -> sigmoid(x);
            case TANH -> Math.tanh(x);
            case RELU -> x > 0 ? x : 0;
            case LEAKY_RELU -> x > 0 ? x : LEAK * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x));
            case GELU -> x * sigmoid(GELU_FACTOR * x);
            case SWISH -> x * sigmoid(x);
            case SOFTPLUS -> softplus(x);
            case PRELU, RRELU -> throw varied(activation);
        };
    }

    /** Returns the derivative of {@link #value} at the weighted sum; at a kink, that of the side below. */
    static double slope(Activation activation, double x) {
        return switch (activation) {
            case IDENTITY -> 1;
            case SIGMOID -> sigmoidSlope(x);
            case TANH -> 1 - Math.tanh(x) * Math.tanh(x);
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : LEAK;
            case ELU -> x > 0 ? 1 : Math.exp(x);
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * Math.exp(x));
            case GELU -> sigmoid(GELU_FACTOR * x) + x * GELU_FACTOR * sigmoidSlope(GELU_FACTOR * x);
            case SWISH -> sigmoid(x) + x * sigmoidSlope(x);
            case SOFTPLUS -> sigmoid(x);
            case PRELU, RRELU -> throw varied(activation);
        };
    }

    private static IllegalArgumentException varied(Activation activation) {
        return new IllegalArgumentException(activation + " has slopes that vary");
    }

    /** Returns {@code 1 / (1 + e^-x)}. */
    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Returns {@code σ(x)·(1 - σ(x))}. */
    static double sigmoidSlope(double x) {
        return sigmoid(x) * sigmoid(-x);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
