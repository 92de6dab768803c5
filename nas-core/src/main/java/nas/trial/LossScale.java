package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The one scale on which losses are weighed against size, in the search and for the winner. It has no unit, so one
 * default serves every data set.
 *
 * <p>Where both losses are 0 there is nothing to learn; E and the price then stand at 1e-12 instead of 0.
 *
 * @param constantLoss L0, the loss of the constant prediction, at least 0
 * @param referenceLoss L*, the loss of the reference on the same rows, at least 0
 */
public record LossScale(double constantLoss, double referenceLoss) {
    private static final double FLOOR = 0.01;
    private static final double CEILING = 12.5;
    private static final double LARGEST_TOLERANCE = 0.10;
    private static final double LEAST = 1e-12;

    /** @throws IllegalArgumentException if a loss is negative or not finite */
    public LossScale {
        checkArgument(isLoss(constantLoss), "constant loss must be finite and >= 0, but was %s", constantLoss);
        checkArgument(isLoss(referenceLoss), "reference loss must be finite and >= 0, but was %s", referenceLoss);
    }

    /** Returns E, what the reference has learnt: {@code max(L0 − L*, 0.01·L0)}. */
    public double explained() {
        return Math.max(LEAST, Math.max(constantLoss - referenceLoss, FLOOR * constantLoss));
    }

    /** Tells whether the reference does no better than the constant prediction, so that E is only its floor. */
    public boolean isFloorBinding() {
        return constantLoss - referenceLoss < FLOOR * constantLoss;
    }

    /**
     * Returns the loss that a share of what there is to learn is worth: {@code p · min(E, 12.5·(L* + 0.01·L0))}. The
     * second term keeps it meaningful when the loss is nearly 0.
     */
    public double price(double share) {
        double scale = Math.min(explained(), CEILING * (referenceLoss + FLOOR * constantLoss));
        return share * Math.max(LEAST, scale);
    }

    /**
     * Returns what the search minimises: {@code (loss − L*) / price(perDecade) + log10(parameters)}. A ten-fold larger
     * network must win back the share {@code perDecade} of what there is to learn.
     */
    public double objective(double loss, long parameters, double perDecade) {
        return (loss - referenceLoss) / price(perDecade) + StrictMath.log10((double) parameters);
    }

    /**
     * Returns the loss by which the winner may be worse than the reference: {@code min(max(price(p), SE), max(0.10,
     * p)·E)}. What lies within the noise of the measurement is not held against a smaller network.
     *
     * @param share p, the share of what there is to learn that the winner may give up
     * @param standardError SE, the standard error of the losses that are compared
     */
    public double tolerance(double share, double standardError) {
        double largest = Math.max(LARGEST_TOLERANCE, share) * explained();
        return Math.min(Math.max(price(share), standardError), largest);
    }

    private static boolean isLoss(double value) {
        return Double.isFinite(value) && value >= 0;
    }
}
