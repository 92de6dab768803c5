package nas.space;

import java.util.Locale;

/** What stands in the place of a dropped output. */
public enum DropoutKind {
    /** 0, and the others are scaled up (Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Overfitting"). */
    STANDARD,
    /** The limit of selu, and all are scaled to keep mean and variance (Klambauer et al. 2017, arXiv 1706.02515). */
    ALPHA;

    /** Returns the kind that goes with an activation: alpha with selu, standard with all others. */
    public static DropoutKind of(Activation activation) {
        return activation == Activation.SELU ? ALPHA : STANDARD;
    }

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
