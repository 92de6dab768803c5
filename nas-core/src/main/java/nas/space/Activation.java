package nas.space;

import java.util.Locale;

/** What a hidden unit does with its weighted sum. */
public enum Activation {
    /** {@code x}. */
    IDENTITY,
    /** {@code 1 / (1 + e^-x)}. */
    SIGMOID,
    /** Hyperbolic tangent. */
    TANH,
    /** {@code max(0, x)}. */
    RELU,
    /** {@code x} above 0, {@code 0.01x} below. */
    LEAKY_RELU,
    /**
     * {@code x} above 0, {@code ax} below, with an a of its own for each unit that is trained, from 0.25 (He et al. 2015, arXiv
     * 1502.01852).
     */
    PRELU,
    /** {@code x} above 0, {@code e^x - 1} below (Clevert, Unterthiner & Hochreiter 2015, arXiv 1511.07289). */
    ELU,
    /** Scaled ELU, keeps activations normalised (Klambauer et al. 2017, arXiv 1706.02515). */
    SELU,
    /** {@code x·σ(1.702x)} (Hendrycks & Gimpel 2016, arXiv 1606.08415, their second approximation). */
    GELU,
    /** {@code x·σ(x)} (Ramachandran, Zoph & Le 2017, arXiv 1710.05941). */
    SWISH,
    /** {@code ln(1 + e^x)}. */
    SOFTPLUS,
    /**
     * {@code x} above 0, {@code ax} below: while training, a is drawn evenly from [1/8, 1/3] for each unit and row, and
     * is its mean 11/48 afterwards (Xu et al. 2015, arXiv 1505.00853).
     */
    RRELU;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
