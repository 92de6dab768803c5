package nas.space;

import java.util.Locale;

/**
 * What initial weights are drawn from. Their variance is {@code 2 / inputs} for He (He et al. 2015, arXiv 1502.01852),
 * {@code 1 / inputs} for LeCun (LeCun et al. 1998, "Efficient BackProp") and {@code 2 / (inputs + outputs)} for Glorot
 * (Glorot & Bengio 2010, "Understanding the difficulty of training deep feedforward neural networks"). Biases begin at 0.
 */
public enum Initialisation {
    /** By each layer's activation, normal: He for rectifiers and their like, LeCun for selu, Glorot for all others. */
    AUTO,
    /** As {@link #AUTO}, but uniform. */
    AUTO_UNIFORM,
    /** He, normal, for every layer. */
    HE_NORMAL,
    /** He, uniform, for every layer. */
    HE_UNIFORM,
    /** LeCun, normal, for every layer. */
    LECUN_NORMAL,
    /** LeCun, uniform, for every layer. */
    LECUN_UNIFORM,
    /** Glorot, normal, for every layer. */
    GLOROT_NORMAL,
    /** Glorot, uniform, for every layer. */
    GLOROT_UNIFORM;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a hidden layer with some activation is drawn from: never one of the automatic ones. */
    public Initialisation of(Activation activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, PRELU, RRELU, ELU, GELU, SWISH, SOFTPLUS -> resolved(HE_NORMAL, HE_UNIFORM);
            case SELU -> resolved(LECUN_NORMAL, LECUN_UNIFORM);
            case IDENTITY, SIGMOID, TANH -> ofOutput();
        };
    }

    /** Returns what the output layer is drawn from: never one of the automatic ones. */
    public Initialisation ofOutput() {
        return resolved(GLOROT_NORMAL, GLOROT_UNIFORM);
    }

    /** Returns the automatic one if that draws from the same for every layer of an architecture, else this one. */
    Initialisation canonical(Architecture architecture) {
        Initialisation automatic = switch (this) {
            case AUTO, HE_NORMAL, LECUN_NORMAL, GLOROT_NORMAL -> AUTO;
            case AUTO_UNIFORM, HE_UNIFORM, LECUN_UNIFORM, GLOROT_UNIFORM -> AUTO_UNIFORM;
        };
        return this == automatic || drawsAs(automatic, architecture) ? automatic : this;
    }

    private boolean drawsAs(Initialisation automatic, Architecture architecture) {
        return ofOutput() == automatic.ofOutput()
                && architecture.layers().stream()
                        .map(HiddenLayer::activation)
                        .allMatch(activation -> of(activation) == automatic.of(activation));
    }

    private Initialisation resolved(Initialisation normal, Initialisation uniform) {
        return switch (this) {
            case AUTO -> normal;
            case AUTO_UNIFORM -> uniform;
            case HE_NORMAL, HE_UNIFORM, LECUN_NORMAL, LECUN_UNIFORM, GLOROT_NORMAL, GLOROT_UNIFORM -> this;
        };
    }
}
