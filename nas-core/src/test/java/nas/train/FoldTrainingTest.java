package nas.train;

import static nas.train.SmallData.genome;
import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.FoldedSplit;
import nas.data.Portion;
import nas.data.Split;
import nas.data.SplitRule;
import nas.data.Splitter;
import nas.data.Strata;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Folding;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials of the folds of a data set. */
class FoldTrainingTest {
    private static final Dataset RINGS = SmallData.rings(90);
    private static final SplitRule RULE = new SplitRule(new Portion.Automatic(), new Portion.Rows(12), 4, 1);
    private static final FoldedSplit SPLIT = Splitter.split(RULE, Strata.of(RINGS.targets(), 0));
    private static final Trial TRIAL = new Trial(genome(layer(6, 0.1)), new Budget(4), 1, Fold.VALIDATION);

    @ParameterizedTest
    @EnumSource(
            value = EngineChoice.class,
            names = {"BLAS", "DL4J"})
    void every_fold_is_trained_and_measured_with_the_same_bits_by_any_number_of_workers(EngineChoice engine) {
        List<TrialRequest> requests = new Folding(4)
                .trials(TRIAL).stream()
                        .map(trial -> TrialRequest.of(trial, Detail.values()))
                        .collect(Collectors.toCollection(ArrayList::new));
        Set<Object> alone = facts(run(data(0), requests, 1, engine));
        Collections.reverse(requests);
        assertThat(facts(run(data(0), requests, 3, engine))).isEqualTo(alone).hasSize(4);
    }

    @Test
    void a_fold_is_measured_on_its_own_validation_rows() {
        for (int number = 1; number <= 4; number++) {
            TrialResult result = run(data(0), Fold.part(number, 4), Detail.ROW_LOSSES);
            int rows = SPLIT.folds().get(number - 1).validation().length;
            assertThat(result.measures().map(Measures::rows)).contains(rows);
            assertThat(result.detail(Detail.ROW_LOSSES).map(FloatVector::size)).contains(rows);
            assertThat(result.outcome().curve().points())
                    .allSatisfy(point -> assertThat(point.measuredLoss()).isNotNull());
        }
    }

    @Test
    void a_fold_is_trained_on_its_own_inputs() {
        Dataset moved = data(2);
        for (int number = 1; number <= 4; number++) {
            Fold fold = Fold.part(number, 4);
            boolean isMoved = number == 2;
            assertThat(run(moved, fold).measures().equals(run(data(0), fold).measures()))
                    .as(fold.word())
                    .isEqualTo(!isMoved);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineChoice.class,
            names = {"BLAS", "DL4J"})
    void every_block_is_trained_and_measured_with_the_same_bits_by_any_number_of_workers(EngineChoice engine) {
        List<TrialRequest> requests = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> TRIAL.withFold(Fold.block(99, number, 5)))
                .map(trial -> TrialRequest.of(trial, Detail.values()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Dataset data : List.of(data(0), RINGS)) {
            Set<Object> alone = facts(run(data, requests, 1, engine));
            Collections.reverse(requests);
            assertThat(facts(run(data, requests, 3, engine))).isEqualTo(alone).hasSize(5);
        }
    }

    @Test
    void a_block_is_measured_on_its_own_rows_after_every_epoch() {
        int rows = 0;
        for (int number = 1; number <= 5; number++) {
            TrialResult result = run(data(0), Fold.block(3, number, 5), Detail.ROW_LOSSES);
            int block = data(0).block(3, number, 5).split().validation().length;
            assertThat(result.measures().map(Measures::rows)).contains(block);
            assertThat(result.detail(Detail.ROW_LOSSES).map(FloatVector::size)).contains(block);
            assertThat(result.outcome().curve().points())
                    .hasSize(4)
                    .allSatisfy(point -> assertThat(point.measuredLoss()).isNotNull());
            rows += block;
        }
        assertThat(rows).isEqualTo(78);
    }

    @Test
    void where_rows_cannot_be_divided_a_finalist_is_trained_and_measured_as_in_the_search() {
        TrialResult result = run(RINGS, Fold.UNDIVIDED, Detail.ROW_LOSSES);
        Split split = RINGS.split();
        assertThat(Rows.of(split, Fold.UNDIVIDED).trained()).isEqualTo(split.train());
        assertThat(Rows.of(split, Fold.UNDIVIDED).measured()).isEqualTo(split.validation());
        assertThat(result.detail(Detail.ROW_LOSSES).map(FloatVector::size)).contains(split.validation().length);
        assertThat(result.outcome().curve().points())
                .hasSize(4)
                .allSatisfy(point -> assertThat(point.measuredLoss()).isNotNull());
    }

    @Test
    void a_block_that_there_is_not_is_a_failure() {
        assertThat(run(data(0), Fold.block(3, 1, 79)).failure().map(Outcome.Failed::reason))
                .contains(
                        "engine failed: java.lang.IllegalArgumentException: blocks must be >= 2 and <= 78, the number of"
                                + " rows that can validate, but were 79");
    }

    @Test
    void folds_see_their_rows_in_orders_of_their_own() {
        Split split = SPLIT.folds().get(0);
        Trial first = TRIAL.withFold(Fold.part(1, 4));
        Trial second = TRIAL.withFold(Fold.part(2, 4));
        int[] order = Rows.of(split, first.fold()).order(first, 1);
        assertThat(Ints.asList(order)).hasSameElementsAs(Ints.asList(split.train()));
        assertThat(Rows.of(split, second.fold()).order(second, 1)).isNotEqualTo(order);
    }

    @Test
    void a_final_training_takes_all_rows_but_the_test_rows() {
        Rows rows = Rows.of(data(0).split(), Fold.TEST);
        assertThat(rows.trained()).hasSize(78);
        assertThat(rows.measured()).hasSize(12);
        assertThat(run(data(0), Fold.TEST).measures().map(Measures::rows)).contains(12);
        assertThat(run(data(0), Fold.FULL).measures().map(Measures::rows)).contains(78);
    }

    @Test
    void a_fold_of_another_number_is_a_failure() {
        Outcome.Failed failed = run(data(0), Fold.part(2, 5)).failure().orElseThrow();
        assertThat(failed.reason())
                .isEqualTo("engine failed: java.lang.IllegalArgumentException: fold 2/5 is none of 4 folds");
        assertThat(run(RINGS, Fold.part(1, 2)).failure()).isPresent();
        assertThat(run(data(0), Fold.VALIDATION).failure().map(Outcome.Failed::reason))
                .contains(
                        "engine failed: java.lang.IllegalArgumentException: fold validation has no rows to measure on");
    }

    /** Rings in 4 folds; the inputs of one of them are moved, of none if its number is 0. */
    private static Dataset data(int moved) {
        return SPLIT.dataset(split -> {
            float[] features = SmallData.features(RINGS);
            if (moved > 0 && split.equals(SPLIT.folds().get(moved - 1))) {
                IntStream.range(0, features.length).forEach(i -> features[i] += 0.25f);
            }
            return Dataset.of("rings", features, RINGS.targets(), split);
        });
    }

    private static Set<Object> facts(List<TrialResult> results) {
        return results.stream()
                .map(result -> List.<Object>of(result.trial(), result.measures().orElseThrow(), result.details()))
                .collect(Collectors.toSet());
    }

    private static TrialResult run(Dataset data, Fold fold, Detail... details) {
        TrialRequest request = TrialRequest.of(TRIAL.withFold(fold), details);
        return run(data, List.of(request), 1, EngineChoice.AUTO).get(0);
    }

    private static List<TrialResult> run(Dataset data, List<TrialRequest> requests, int workers, EngineChoice engine) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, workers, engine)) {
            evaluator.evaluate(requests, results::add);
        }
        return results;
    }
}
