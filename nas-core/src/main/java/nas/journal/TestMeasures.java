package nas.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Stats;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nas.space.Genome;
import nas.trial.Fold;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/**
 * The winner on the test rows: one set of measures for each seed of its final training.
 *
 * @param measures the measures, one for each seed that did not fail
 */
public record TestMeasures(List<Measures> measures) {
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
                : Optional.of(new TestMeasures(measures));
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
        return mean(Measures::accuracy);
    }

    /** Returns the mean root mean squared error over the seeds; empty for classification. */
    public Optional<Double> rmse() {
        return mean(Measures::rmse);
    }

    /** Returns the sample standard deviation over the seeds of accuracy or rmse; empty for a single seed. */
    public Optional<Double> standardDeviation() {
        List<Double> leading = Stream.concat(values(Measures::accuracy), values(Measures::rmse))
                .toList();
        return leading.size() < 2
                ? Optional.empty()
                : Optional.of(Stats.of(leading).sampleStandardDeviation());
    }

    /**
     * Returns by how much validation flattered the winner: validation less test accuracy, or test less validation error.
     */
    public Optional<Double> optimism(Measures validation) {
        Double accuracy = validation.accuracy();
        Double rmse = validation.rmse();
        if (accuracy != null) {
            return accuracy().map(test -> accuracy - test);
        }
        return rmse == null ? Optional.empty() : rmse().map(test -> test - rmse);
    }

    private Optional<Double> mean(Function<Measures, @Nullable Double> metric) {
        List<Double> values = values(metric).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Stats.meanOf(values));
    }

    private Stream<Double> values(Function<Measures, @Nullable Double> metric) {
        return measures.stream().flatMap(each -> Stream.ofNullable(metric.apply(each)));
    }
}
