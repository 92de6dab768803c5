package nas.select;

import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a chosen genome on unseen rows.
 *
 * @param loss mean over bootstraps of the mean loss
 * @param lossDeviation standard deviation of that over bootstraps
 * @param accuracy mean share of rows that are right; {@code null} where row errors are not that
 * @param rmse mean root mean squared error in the target's unit; {@code null} where row errors are not that
 * @param metricDeviation standard deviation of accuracy or rmse over bootstraps; 0 where neither is known
 */
public record CorrectedMeasures(
        double loss,
        double lossDeviation,
        @Nullable Double accuracy,
        @Nullable Double rmse,
        double metricDeviation) {}
