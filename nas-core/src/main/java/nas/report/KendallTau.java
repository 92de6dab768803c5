package nas.report;

import static com.google.common.base.Preconditions.checkArgument;

/** How alike two orders are. No number, as the loss of a training that has failed, comes last; all such tie. */
public final class KendallTau {
    private KendallTau() {}

    /**
     * Returns Kendall's τ-a (Kendall 1938, "A New Measure of Rank Correlation", doi:10.1093/biomet/30.1-2.81): of all pairs
     * the share in the same order less the share in the opposite one. Takes n² steps.
     *
     * @param first values
     * @param second as many, each belonging to the value in the same place; at least 2
     * @throws IllegalArgumentException if they are not as many, or fewer than 2
     */
    public static double of(double[] first, double[] second) {
        checkArgument(
                first.length == second.length && first.length >= 2,
                "values must be pairs, at least 2, but were %s and %s",
                first.length,
                second.length);
        long sum = 0;
        for (int i = 1; i < first.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += order(first[i], first[j]) * order(second[i], second[j]);
            }
        }
        return 2.0 * sum / ((double) first.length * (first.length - 1));
    }

    private static long order(double one, double other) {
        return one == other ? 0 : Double.compare(one, other);
    }
}
