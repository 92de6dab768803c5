package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What pulls weights towards 0. Biases are never pulled.
 *
 * @param l1 added to the gradient, times the weight's sign; at least 0
 * @param l2 added to the gradient, times the weight; at least 0
 * @param weightDecay subtracted with the update, times weight and learning rate (Loshchilov & Hutter 2019, arXiv
 *     1711.05101); at least 0
 */
public record Regularisation(double l1, double l2, double weightDecay) {
    /** Pulls nothing. */
    public static final Regularisation NONE = new Regularisation(0, 0, 0);

    /** @throws IllegalArgumentException if a strength is negative or not finite */
    public Regularisation {
        check("l1", l1);
        check("l2", l2);
        check("weight decay", weightDecay);
        l1 = l1 + 0.0; // -0.0 and 0.0 are the same choice
        l2 = l2 + 0.0;
        weightDecay = weightDecay + 0.0;
    }

    /** Tells whether anything is pulled at all. */
    public boolean isNone() {
        return equals(NONE);
    }

    private static void check(String name, double value) {
        checkArgument(value >= 0 && Double.isFinite(value), "%s must be >= 0, but was %s", name, value);
    }
}
