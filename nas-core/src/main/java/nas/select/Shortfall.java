package nas.select;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.select.WinnerRule.Reach;
import nas.trial.LeadingMetric;
import nas.trial.Measures;

/**
 * By how much a metric falls short of a threshold. Its standard error comes from how it varies over blocks or folds, but is
 * at least what the number of rows makes it: for shares the binomial one, if the threshold were the truth (Wilson 1927, doi
 * 10.1080/01621459.1927.10502953), for errors that of the loss, carried over (delta method). For balanced accuracy this is as
 * if all classes had equally many rows, and too little where they have not; then the variation over blocks tells.
 */
final class Shortfall {
    private Shortfall() {}

    /** Returns that of the mean over blocks, or empty if the metric is not known in all of them. */
    static Optional<Estimate> of(Reach reach, List<BlockOutcome> blocks) {
        boolean isKnown = blocks.stream()
                .allMatch(block -> reach.metric().of(block.measures()).isPresent());
        return isKnown
                ? of(reach, BlockMean.of(blocks)).map(each -> spread(each, reach.metric(), blocks))
                : Optional.empty();
    }

    /** Returns the metric itself, with its margin, or empty if it is not known in all blocks. */
    static Optional<MetricEstimate> estimate(Reach reach, List<BlockOutcome> blocks) {
        double sign = reach.metric().gain(1, 0);
        return of(reach, blocks)
                .map(shortfall -> new MetricEstimate(
                        reach.metric(),
                        reach.threshold() - sign * shortfall.value(),
                        shortfall.bound() - shortfall.value()));
    }

    /** Returns that of a single measurement, or empty if the metric is not known. */
    static Optional<Estimate> of(Reach reach, Measures measures) {
        return reach.metric()
                .of(measures)
                .map(value -> new Estimate(
                        -reach.metric().gain(value, reach.threshold()), 0, 0, leastError(reach, measures, value)));
    }

    private static Estimate spread(Estimate single, LeadingMetric metric, List<BlockOutcome> blocks) {
        boolean isPartitioned = blocks.get(0).isPartition();
        List<Double> values = blocks.stream()
                .flatMap(block -> isPartitioned ? block.folds().stream() : Stream.of(block.measures()))
                .flatMap(measures -> metric.of(measures).stream())
                .toList();
        if (values.size() < 2) {
            return single;
        }
        double variance =
                isPartitioned ? Spread.ofFolds(values, blocks.get(0).folds().size()) : Spread.ofMean(values);
        return new Estimate(single.value(), Math.sqrt(variance), values.size() - 1, single.leastError());
    }

    private static double leastError(Reach reach, Measures measures, double value) {
        double relative = measures.loss() > 0 ? measures.lossStandardError() / measures.loss() : 0;
        return switch (reach.metric()) {
            case ACCURACY, BALANCED_ACCURACY -> binomial(reach.threshold(), measures.rows());
            case RMSE -> value * relative / 2;
            case R2 -> Math.abs(1 - value) * relative;
        };
    }

    private static double binomial(double share, int rows) {
        return rows == 0 ? 0 : Math.sqrt(share * (1 - share) / rows);
    }
}
