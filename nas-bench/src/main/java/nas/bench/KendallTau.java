package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

/** How alike two orders are. */
final class KendallTau {
    private KendallTau() {}

    /**
     * Returns Kendall's τ-a (Kendall 1938, "A New Measure of Rank Correlation", doi:10.1093/biomet/30.1-2.81): of all pairs
     * the share in the same order less the share in the opposite one. Takes n² steps.
     *
     * @param first values, none of them no number
     * @param second as many, each belonging to the value in the same place; at least 2
     * @throws IllegalArgumentException if they are not as many, or fewer than 2
     */
    static double of(double[] first, double[] second) {
        checkArgument(
                first.length == second.length && first.length >= 2,
                "values must be pairs, at least 2, but were %s and %s",
                first.length,
                second.length);
        long sum = 0;
        for (int i = 1; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += (long) Math.signum(first[i] - first[j]) * (long) Math.signum(second[i] - second[j]);
            }
        }
        return 2.0 * sum / ((double) first.length * (first.length - 1));
    }
}
