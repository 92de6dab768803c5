package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import nas.trial.LeadingMetric;

/**
 * What a metric that must reach a threshold was measured to be.
 *
 * @param metric the metric
 * @param value its mean over blocks
 * @param margin how far below or above that it may be, with 95 % confidence on either side; at least 0
 */
public record MetricEstimate(LeadingMetric metric, double value, double margin) {
    /** @throws IllegalArgumentException if the margin is not at least 0 */
    public MetricEstimate {
        checkArgument(margin >= 0, "margin must be >= 0, but was %s", margin);
    }
}
