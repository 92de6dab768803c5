package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/**
 * How large a gradient may be (Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063).
 *
 * @param kind what is limited
 * @param threshold the limit, above 0 and finite; 0 where nothing is limited
 */
public record Clipping(Kind kind, double threshold) {
    /** Limits nothing. */
    public static final Clipping NONE = new Clipping(Kind.NONE, 0);

    /** What is limited. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** Each component. */
        VALUE,
        /** The Euclidean norm of each layer's gradient, weights and biases together. */
        NORM;

        /** Returns the word used in files and in results, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if the threshold does not fit the kind */
    public Clipping {
        checkArgument(
                kind == Kind.NONE ? threshold == 0 : threshold > 0 && Double.isFinite(threshold),
                "clipping threshold must be > 0, or 0 for no clipping, but was %s",
                threshold);
        threshold = threshold + 0.0; // -0.0 and 0.0 are the same choice
    }
}
