package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.RateCurve;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateFinderTest {
    private static final Dataset DATA = SmallData.rings(400);

    @ParameterizedTest
    @EnumSource
    void rates_grow_until_the_loss_does(Engine engine) {
        RateCurve test = measured(genome(Optimizer.ADAM), engine, 1);
        List<RateCurve.Point> points = test.points();
        assertThat(points.get(0).rate()).isEqualTo(1e-5);
        assertThat(points).extracting(RateCurve.Point::rate).isSorted().allMatch(rate -> rate <= 10);
        double lowest = points.stream().mapToDouble(RateCurve.Point::loss).min().orElseThrow();
        assertThat(points).allMatch(point -> point.loss() <= 4 * lowest || point.rate() < test.best());
    }

    @ParameterizedTest
    @EnumSource
    void it_is_the_same_whenever_it_runs(Engine engine) {
        RateCurve test = measured(genome(Optimizer.SGD), engine, 1);
        assertThat(measured(genome(Optimizer.SGD), engine, 1)).isEqualTo(test);
        assertThat(measured(genome(Optimizer.SGD), engine, 2)).isNotEqualTo(test);
    }

    @Test
    void both_engines_measure_the_same_up_to_rounding() {
        RateCurve blas = measured(genome(Optimizer.ADAM), Engine.BLAS, 1);
        RateCurve dl4j = measured(genome(Optimizer.ADAM), Engine.DL4J, 1);
        assertThat(dl4j.points().get(60).rate()).isEqualTo(blas.points().get(60).rate());
        assertThat(dl4j.points().get(60).loss())
                .isCloseTo(blas.points().get(60).loss(), Percentage.withPercentage(0.01));
    }

    @ParameterizedTest
    @EnumSource
    void every_optimizer_learns_with_some_of_its_rates(Optimizer optimizer) {
        RateCurve test = measured(genome(optimizer), Engine.BLAS, 1);
        assertThat(test.rates().rungs())
                .extracting(rate -> shareLeft(test.genome(), rate))
                .anyMatch(share -> share < 0.5);
    }

    /** Returns which share of the constant prediction's loss is left after 40 epochs at some rate. */
    private static double shareLeft(Genome genome, double rate) {
        Recipe recipe = genome.recipe().withLearningRate(rate).withSchedule(Schedule.COSINE);
        Trial trial = new Trial(new Genome(genome.architecture(), recipe), new Budget(40), 5, Fold.VALIDATION);
        try (EngineRunner runner = new EngineRunner(DATA, EngineChoice.BLAS)) {
            Measures measures = runner.run(TrialRequest.of(trial), Abandonment.NEVER)
                    .measures()
                    .orElseThrow();
            return measures.loss() / measures.constantLoss();
        }
    }

    @Test
    void the_schedule_and_early_stopping_are_left_out() {
        Genome genome = genome(Optimizer.ADAM);
        Recipe recipe = genome.recipe().withSchedule(Schedule.COSINE).withPatience(3);
        assertThat(measured(new Genome(genome.architecture(), recipe), Engine.BLAS, 1))
                .isEqualTo(measured(genome, Engine.BLAS, 1));
    }

    @Test
    void an_engine_that_does_not_cover_the_network_is_refused() {
        Genome genome = new Genome(new Architecture(List.of(new HiddenLayer(4, Activation.RRELU, 0))), Recipe.DEFAULT);
        assertThatThrownBy(() -> measured(genome, Engine.BLAS, 1)).hasMessage("blas does not cover activation rrelu");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_measured_where_the_first_loss_is_no_number(Engine engine) {
        float[] features = {3e38f, 3e38f, -3e38f, 3e38f, 1, 1};
        Dataset huge = Dataset.of(
                "huge",
                features,
                new Targets.Values(
                        new float[] {3e38f, -3e38f, 0}, new TargetEncoding.Output("y", new Standardisation(0, 1))),
                new Split(new int[] {0, 1}, new int[] {2}, new int[0]));
        assertThat(RateFinder.run(huge, new Genome(Architecture.LINEAR, Recipe.DEFAULT), engine, 1))
                .isEmpty();
    }

    private static RateCurve measured(Genome genome, Engine engine, long seed) {
        return RateFinder.run(DATA, genome, engine, seed).orElseThrow();
    }

    private static Genome genome(Optimizer optimizer) {
        return new Genome(
                new Architecture(List.of(new HiddenLayer(8, Activation.TANH, 0))), new Recipe(optimizer, 0.01, 16));
    }
}
