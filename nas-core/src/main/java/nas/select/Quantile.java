package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of standard distributions. They are rounded to ten decimals: the last bits of what they are computed from
 * differ between platforms, and decisions must not.
 */
final class Quantile {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double DECIMALS = 1e10;

    private Quantile() {}

    /** Returns the value that a standard normal number does not exceed with some probability, in (0, 1). */
    static double normal(double probability) {
        return rounded(NORMAL.inverseCumulativeProbability(checked(probability)));
    }

    /** Returns the value that a t distributed number of so many degrees of freedom, at least 1, does not exceed. */
    static double student(double probability, int degrees) {
        return rounded(TDistribution.of(degrees).inverseCumulativeProbability(checked(probability)));
    }

    private static double checked(double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be within (0, 1), but was %s", probability);
        return probability;
    }

    private static double rounded(double quantile) {
        return Math.rint(quantile * DECIMALS) / DECIMALS;
    }
}
