package nas.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Stats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nas.space.Genome;
import nas.trial.Fold;
import nas.trial.LeadingMetric;
import nas.trial.Measures;

/**
 * The winner on the test rows: one set of measures for each seed of its final training.
 *
 * @param measures the measures, one for each seed that did not fail
 * @param leading the metric that deviation and optimism are about
 */
public record TestMeasures(List<Measures> measures, LeadingMetric leading) {
    /** Copies the list. */
    public TestMeasures {
        measures = ImmutableList.copyOf(measures);
    }

    /** Returns the test of a genome, or empty where there is none or the run has not ended. */
    public static Optional<TestMeasures> of(RunHistory history, Genome genome) {
        List<Measures> measures = history.trials(Fold.TEST)
                .filter(result -> result.trial().genome().equals(genome))
                .sorted((a, b) -> Long.compare(a.trial().seed(), b.trial().seed()))
                .flatMap(result -> result.measures().stream())
                .toList();
        return measures.isEmpty() || history.end().isEmpty()
                ? Optional.empty()
                : Optional.of(new TestMeasures(measures, history.header().data().metric()));
    }

    /** Returns the number of seeds. */
    public int seeds() {
        return measures.size();
    }

    /** Returns the mean loss over the seeds. */
    public double loss() {
        return Stats.meanOf(measures.stream().map(Measures::loss).toList());
    }

    /** Returns the mean accuracy over the seeds; empty for regression. */
    public Optional<Double> accuracy() {
        return mean(each -> Optional.ofNullable(each.accuracy()));
    }

    /** Returns the mean root mean squared error over the seeds; empty where there is none. */
    public Optional<Double> rmse() {
        return mean(each -> Optional.ofNullable(each.rmse()));
    }

    /** Returns the means over the seeds of all other metrics that every seed has, in their order. */
    public Map<String, Double> metrics() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String key : measures.get(0).metrics().keySet()) {
            mean(each -> Optional.ofNullable(each.metrics().get(key))).ifPresent(mean -> means.put(key, mean));
        }
        return means;
    }

    /** Returns the mean of the leading metric over the seeds; empty where it is not known. */
    public Optional<Double> leadingMean() {
        return mean(leading::of);
    }

    /** Returns the sample standard deviation of the leading metric over the seeds; empty for a single seed. */
    public Optional<Double> standardDeviation() {
        List<Double> values = values(leading::of);
        return values.size() < 2
                ? Optional.empty()
                : Optional.of(Stats.of(values).sampleStandardDeviation());
    }

    /** Returns by how much validation flattered the winner: how much better its leading metric is there than on test. */
    public Optional<Double> optimism(Measures validation) {
        return leading.of(validation).flatMap(value -> leadingMean().map(test -> leading.gain(value, test)));
    }

    private Optional<Double> mean(Function<Measures, Optional<Double>> metric) {
        List<Double> values = values(metric);
        return values.isEmpty() ? Optional.empty() : Optional.of(Stats.meanOf(values));
    }

    /** Returns one value for each seed, or none: a mean over some of them would stand for others. */
    private List<Double> values(Function<Measures, Optional<Double>> metric) {
        List<Double> values =
                measures.stream().flatMap(each -> metric.apply(each).stream()).toList();
        return values.size() == measures.size() ? values : List.of();
    }
}
