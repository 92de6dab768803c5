package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How many of some independent attempts succeeded.
 *
 * @param successes how many succeeded
 * @param attempts how many there were, at least 1
 */
record Proportion(int successes, int attempts) {
    /** The standard normal quantile at 0.975. */
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException if the numbers are out of range */
    Proportion {
        checkArgument(
                attempts >= 1 && successes >= 0 && successes <= attempts,
                "successes must be some of 1 or more attempts, but were %s of %s",
                successes,
                attempts);
    }

    double share() {
        return (double) successes / attempts;
    }

    /**
     * Returns the lower end of the 95 % score interval (Wilson 1927, "Probable Inference, the Law of Succession, and
     * Statistical Inference", doi:10.1080/01621459.1927.10502953), without continuity correction.
     */
    double low() {
        return Math.max(0, centre() - halfWidth());
    }

    /** Returns its upper end. */
    double high() {
        return Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (successes + Z * Z / 2) / (attempts + Z * Z);
    }

    private double halfWidth() {
        double variance = attempts * share() * (1 - share()) + Z * Z / 4;
        return Z * Math.sqrt(variance) / (attempts + Z * Z);
    }
}
