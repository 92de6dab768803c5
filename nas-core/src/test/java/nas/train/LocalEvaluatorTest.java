package nas.train;

import static nas.train.SmallData.genome;
import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalEvaluatorTest {
    private static final Dataset RINGS = SmallData.rings(500);

    @Test
    void a_hidden_layer_learns_what_a_linear_model_cannot() {
        assertThat(measures(RINGS, trial(genome(layer(16, 0)), 40)).accuracy()).isGreaterThan(0.93);
        assertThat(measures(RINGS, trial(genome(), 40)).accuracy()).isLessThan(0.75);
    }

    @Test
    void regression_reports_its_error_in_the_target_s_unit() {
        Measures measures = measures(SmallData.difference(400), trial(genome(), 60));
        assertThat(measures.loss()).isLessThan(0.01);
        assertThat(measures.rmse()).isCloseTo(Math.sqrt(measures.loss()) * 0.1, within(1e-12));
        assertThat(measures.accuracy()).isNull();
        assertThat(measures.constantLoss()).isBetween(0.5, 1.5);
    }

    @Test
    void results_are_the_same_bits_with_any_number_of_workers_and_in_any_order() {
        List<TrialRequest> requests = IntStream.range(0, 9)
                .mapToObj(i -> genome(layer(4 + 3 * i, i % 3 * 0.2), layer(5, 0.1)))
                .map(genome -> TrialRequest.of(trial(genome, 3), Detail.values()))
                .toList();
        List<TrialRequest> reversed = new ArrayList<>(requests);
        Collections.reverse(reversed);

        List<TrialResult> alone = run(RINGS, requests, 1);

        assertThat(facts(run(RINGS, requests, 2))).isEqualTo(facts(alone));
        assertThat(facts(run(RINGS, reversed, 3))).isEqualTo(facts(alone));
        assertThat(alone).allSatisfy(result -> assertThat(result.failure()).isEmpty());
    }

    @Test
    void seeds_differ_in_what_they_find() {
        Genome genome = genome(layer(8, 0));
        Trial other = new Trial(genome, new Budget(3), 100, Fold.VALIDATION);
        assertThat(measures(RINGS, other)).isNotEqualTo(measures(RINGS, trial(genome, 3)));
    }

    @Test
    void a_shorter_budget_is_a_prefix_of_a_longer_one() {
        Genome genome = genome(layer(8, 0.2));
        List<LearningCurve.Point> shorter = curve(trial(genome, 2));
        assertThat(curve(trial(genome, 5)).subList(0, 2)).isEqualTo(shorter);
    }

    @Test
    void every_epoch_of_a_search_trial_is_measured_on_validation_rows() {
        Trial trial = trial(genome(layer(8, 0)), 4);
        assertThat(curve(trial))
                .hasSize(4)
                .allSatisfy(point -> assertThat(point.measuredLoss()).isNotNull());
        assertThat(curve(trial).get(3).measuredLoss())
                .isEqualTo(measures(RINGS, trial).loss());
    }

    @Test
    void test_rows_are_measured_at_the_end_only() {
        Trial trial = new Trial(genome(layer(8, 0)), new Budget(4), 1, Fold.TEST);
        assertThat(curve(trial))
                .hasSize(4)
                .allSatisfy(point -> assertThat(point.measuredLoss()).isNull());
        assertThat(measures(RINGS, trial)).isNotEqualTo(measures(RINGS, trial(trial.genome(), 4)));
    }

    @Test
    void a_batch_larger_than_the_training_set_is_the_training_set() {
        Genome large = new Genome(Architecture.LINEAR, new Recipe(Optimizer.ADAM, 0.01, 1_000_000));
        Genome exact = new Genome(Architecture.LINEAR, new Recipe(Optimizer.ADAM, 0.01, 300));
        assertThat(measures(RINGS, trial(large, 5))).isEqualTo(measures(RINGS, trial(exact, 5)));
    }

    @Test
    void a_diverging_training_fails_with_its_reason() {
        Genome wild = new Genome(genome(layer(8, 0)).architecture(), new Recipe(Optimizer.ADAM, 1e38, 32));
        TrialResult result = run(
                        SmallData.difference(300), List.of(TrialRequest.of(trial(wild, 3), Detail.values())), 1)
                .get(0);
        Outcome.Failed failed = result.failure().orElseThrow();
        assertThat(failed.cause()).isEqualTo(Outcome.Cause.NOT_FINITE);
        assertThat(failed.reason()).startsWith("loss is not finite");
        assertThat(result.details()).isEmpty();
    }

    @Test
    void memory_that_is_used_up_is_told_from_other_failures() {
        Outcome.Failed outOfMemory = new Outcome.Failed(Outcome.Cause.OUT_OF_MEMORY, "out of memory");
        assertThat(EngineRunner.failure(new OutOfMemoryError("Cannot allocate new FloatPointer(9)")))
                .isEqualTo(outOfMemory);
        assertThat(EngineRunner.failure(new RuntimeException("Allocation failed: [[DEVICE] allocation failed]")))
                .isEqualTo(outOfMemory);
        assertThat(EngineRunner.failure(new IllegalStateException("odd")))
                .isEqualTo(new Outcome.Failed(
                        Outcome.Cause.ENGINE, "engine failed: java.lang.IllegalStateException: odd"));
    }

    @Test
    void a_training_without_progress_is_pruned_and_counts_the_epochs_it_ran() {
        Genome still = new Genome(Architecture.LINEAR, new Recipe(Optimizer.SGD, 1e-9, 300));
        TrialResult result = run(RINGS, List.of(TrialRequest.of(trial(still, 60), Detail.PARAMETERS)), 1)
                .get(0);
        assertThat(result.isPruned()).isTrue();
        assertThat(result.epochs()).isEqualTo(16);
        assertThat(result.measures()).isPresent();
        assertThat(result.detail(Detail.PARAMETERS)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_effort_names_the_engine(Engine engine) {
        List<TrialResult> results = new ArrayList<>();
        EngineChoice choice = EngineChoice.valueOf(engine.name());
        try (LocalEvaluator evaluator = new LocalEvaluator(RINGS, 1, choice)) {
            evaluator.evaluate(List.of(TrialRequest.of(trial(genome(), 1))), results::add);
        }
        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.effort().engine()).isEqualTo(engine.word()));
    }

    @Test
    void a_genome_that_the_engine_does_not_cover_fails_with_the_reason() {
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(4, Activation.RRELU, 0).withBatchNorm(true))), Recipe.DEFAULT);
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(SmallData.difference(50), 1, EngineChoice.BLAS)) {
            evaluator.evaluate(List.of(TrialRequest.of(trial(genome, 1))), results::add);
        }
        Outcome.Failed failed = results.get(0).failure().orElseThrow();
        assertThat(failed.cause()).isEqualTo(Outcome.Cause.ENGINE);
        assertThat(failed.reason()).endsWith("blas does not cover activation rrelu");
    }

    /** Raise {@link LocalEvaluator#TRAINING_VERSION} with this number: results of older runs are then told apart. */
    @Test
    void training_with_dl4j_is_golden() {
        assertThat(LocalEvaluator.TRAINING_VERSION).isEqualTo(3);
        assertThat(loss(EngineChoice.DL4J, genome(layer(8, 0.1)))).isCloseTo(0.49851707, within(1e-6));
        HiddenLayer normalised = layer(8, 0).withBatchNorm(true);
        Recipe oneRowLeft = new Recipe(Optimizer.ADAM, 0.01, 23);
        Genome genome = new Genome(new Architecture(List.of(normalised)), oneRowLeft);
        assertThat(loss(EngineChoice.DL4J, genome)).isCloseTo(0.33332674, within(1e-6));
    }

    /** As above. Kernels of OpenBLAS differ in the last bits, and so these in all that is not chaotic. */
    @Test
    void training_with_blas_is_golden() {
        assertThat(LocalEvaluator.TRAINING_VERSION).isEqualTo(3);
        assertThat(loss(EngineChoice.BLAS, genome(layer(8, 0.1)))).isCloseTo(0.49796775, within(1e-6));
        Recipe recipe = new Recipe(Optimizer.NADAM, 1e-4, 32)
                .withSchedule(Schedule.COSINE)
                .withRegularisation(new Regularisation(1e-4, 1e-4, 1e-3))
                .withClipping(new Clipping(Clipping.Kind.NORM, 0.5));
        HiddenLayer alpha = new HiddenLayer(9, Activation.SELU, 0.2);
        Genome rich = new Genome(new Architecture(List.of(alpha, layer(5, 0.1))), recipe);
        assertThat(loss(EngineChoice.BLAS, rich)).isCloseTo(0.6518112251393198, within(1e-6));
    }

    private static double loss(EngineChoice engine, Genome genome) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(RINGS, 1, engine)) {
            evaluator.evaluate(List.of(TrialRequest.of(trial(genome, 10))), results::add);
        }
        return results.get(0).measures().orElseThrow().loss();
    }

    private static Trial trial(Genome genome, int epochs) {
        return new Trial(genome, new Budget(epochs), 1, Fold.VALIDATION);
    }

    private static List<TrialResult> run(Dataset data, List<TrialRequest> requests, int workers) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, workers)) {
            evaluator.evaluate(requests, results::add);
        }
        assertThat(results).hasSameSizeAs(requests);
        results.sort(Comparator.comparing(result -> result.trial().genome().key()));
        return results;
    }

    private static Outcome.Measured measured(Dataset data, Trial trial) {
        TrialResult result = run(data, List.of(TrialRequest.of(trial)), 1).get(0);
        return result.outcome().match(measured -> measured, failed -> {
            throw new AssertionError(failed.reason());
        });
    }

    private static Measures measures(Dataset data, Trial trial) {
        return measured(data, trial).measures();
    }

    private static List<LearningCurve.Point> curve(Trial trial) {
        return measured(RINGS, trial).curve().points();
    }

    private static List<List<Object>> facts(List<TrialResult> results) {
        return results.stream()
                .map(result -> List.<Object>of(result.trial(), result.outcome(), result.details()))
                .toList();
    }
}
