package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.ReusableRun;
import nas.journal.RunCounts;
import nas.journal.RunHistory;
import nas.select.Assessed;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Evaluator;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches on data that are divided into three folds. */
class FoldedSearchTest {
    private static final int FOLDS = 3;

    @TempDir
    Path temporary;

    @Test
    void a_genome_is_measured_by_a_trial_in_each_fold_with_each_seed_and_budget() {
        Map<Trial, List<Fold>> folds = new HashMap<>();
        List<Trial> search = folded("run").begin(FakeEvaluator.ofFormula()).history().trials().stream()
                .map(TrialResult::trial)
                .filter(trial -> trial.fold().isSearch())
                .toList();
        search.forEach(trial -> folds.computeIfAbsent(trial.withFold(Fold.VALIDATION), seed -> new ArrayList<>())
                .add(trial.fold()));
        assertThat(folds.values())
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each).containsExactlyInAnyOrder(Fold.part(1, 3), Fold.part(2, 3), Fold.part(3, 3)));
    }

    @Test
    void the_measures_of_a_genome_are_those_of_all_folds_together() {
        RunHistory history = folded("run").begin(FakeEvaluator.ofFormula()).history();
        assertThat(history.assessed()).isNotEmpty().allSatisfy(assessed -> {
            // 8, 9 and 10 rows with losses that are higher by 0.01, 0.02 and 0.03
            double expected = FakeEvaluator.formula(assessed.genome()) + 0.01 * (8 + 2 * 9 + 3 * 10) / 27;
            assertThat(assessed.loss()).isCloseTo(expected, within(1e-12));
            assertThat(assessed.measures().rows()).isEqualTo(27);
            assertThat(assessed.measures().lossStandardError()).isPositive();
        });
        double lowest =
                history.assessed().stream().mapToDouble(Assessed::loss).min().orElseThrow();
        assertThat(history.selection().orElseThrow().reference().loss()).isEqualTo(lowest);
    }

    @Test
    void all_folds_of_all_genomes_of_a_generation_are_one_set() {
        List<Integer> sets = new ArrayList<>();
        FakeRun run = folded("run").begin(new Evaluator() {
            private final FakeEvaluator evaluator = FakeEvaluator.ofFormula();

            @Override
            public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
                sets.add(requests.size());
                evaluator.evaluate(requests, onResult);
            }

            @Override
            public void stop() {
                evaluator.stop();
            }
        });
        List<Integer> asked = run.history().generations().stream()
                .flatMap(generation -> generation.asked().stream())
                .map(trials -> FOLDS * trials.keys().size())
                .toList();
        assertThat(sets.subList(0, asked.size()))
                .as("first rungs, second rungs and seeds")
                .isEqualTo(asked);
        assertThat(Iterables.getLast(sets)).as("final trainings").isEqualTo(5);
    }

    @Test
    void genomes_and_duplicates_are_counted_once_and_trials_by_fold() {
        RunHistory history = folded("run").begin(FakeEvaluator.ofFormula()).history();
        RunCounts counts = RunCounts.of(history);
        long bred = history.generations().stream()
                .mapToLong(generation -> generation.bred().size())
                .sum();
        assertThat(counts.genomes()).isEqualTo(bred - counts.duplicates());
        List<Trial> trials = history.trials().stream().map(TrialResult::trial).toList();
        assertThat(trials).doesNotHaveDuplicates();
        assertThat(counts.trials()).isEqualTo(trials.size());
        long second = trials.stream()
                .filter(trial -> trial.budget().equals(new Budget(2, 2)))
                .count();
        long onlyFirst = trials.stream()
                .filter(trial -> trial.budget().equals(new Budget(1, 2)))
                .filter(trial -> !trials.contains(new Trial(trial.genome(), new Budget(2), trial.seed(), trial.fold())))
                .count();
        assertThat(counts.epochs()).isEqualTo(2 * second + onlyFirst);
    }

    @Test
    void a_genome_that_fails_in_one_fold_has_failed() {
        FakeEvaluator evaluator = evaluator(0);
        FakeRun run = folded("run").begin(evaluator);
        List<Genome> failed = evaluator.evaluated().stream()
                .filter(trial -> Double.isNaN(FakeEvaluator.formulaOrFailure(trial)))
                .map(Trial::genome)
                .toList();
        assertThat(failed).isNotEmpty();
        assertThat(run.history().assessed()).extracting(Assessed::genome).doesNotContainAnyElementsOf(failed);
        RunCounts counts = RunCounts.of(run.history());
        assertThat(counts.failed()).isEqualTo(failed.size());
        assertThat(run.history().answer().orElseThrow().front())
                .extracting(Assessed::genome)
                .doesNotContainAnyElementsOf(failed);
    }

    @Test
    void a_genome_with_only_some_folds_done_is_not_assessed() {
        FakeRun run = folded("run").begin(FakeEvaluator.ofFormula().stoppingAfter(10));
        Multiset<Genome> ended = HashMultiset.create();
        run.history().trials().forEach(result -> ended.add(result.trial().genome()));
        List<Genome> whole = ended.elementSet().stream()
                .filter(genome -> ended.count(genome) == FOLDS)
                .toList();
        assertThat(ended.elementSet()).hasSizeGreaterThan(whole.size());
        assertThat(run.history().assessed()).extracting(Assessed::genome).hasSameElementsAs(whole);
        assertThat(RunCounts.of(run.history()).genomes()).isEqualTo(whole.size());
    }

    @Test
    void the_winner_is_trained_on_all_rows_at_once() {
        RunHistory history = folded("run").begin(FakeEvaluator.ofFormula()).history();
        assertThat(history.trials(Fold.TEST)).hasSize(5);
        FakeRun untested = FakeRun.in(temporary.resolve("untested"))
                .with(JournalFixtures.header(0, FOLDS))
                .begin(FakeEvaluator.ofFormula());
        assertThat(untested.history().trials(Fold.FULL)).hasSize(1);
        assertThat(untested.saved()).hasSize(1);
    }

    @Test
    void a_search_in_which_every_network_fails_in_some_fold_says_why() {
        FakeRun run = folded("run")
                .begin(new FakeEvaluator(
                        0, trial -> trial.fold().number() == 2 ? Double.NaN : FakeEvaluator.formula(trial)));
        assertThat(run.history().end().map(RunEnded::failure))
                .contains("every network failed in some fold: loss is not finite");
        assertThat(run.history().selection()).isEmpty();
        assertThat(run.saved()).isEmpty();
    }

    @Test
    void a_run_stopped_after_any_trial_ends_like_one_that_was_left_alone() {
        FakeRun alone = folded("alone").begin(evaluator(0));
        int trials = alone.history().trials().size();
        for (int stop = 0; stop < trials; stop += 37) { // within the folds of a genome and between genomes
            FakeEvaluator first = evaluator(stop).stoppingAfter(stop);
            FakeRun run = folded("stopped-" + stop).begin(first);
            FakeEvaluator second = evaluator(stop + 1);
            run.resume(second);
            assertThat(digest(run)).as("stopped after " + stop).isEqualTo(digest(alone));
            assertThat(run.saved()).isEqualTo(alone.saved());
            assertThat(Iterables.concat(first.evaluated(), second.evaluated()))
                    .hasSize(trials)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void one_two_and_seven_workers_find_the_same(long seed) {
        FakeRun one = folded("one").with(FakeRun.settings(seed)).begin(new PooledEvaluator(1, seed));
        FakeRun two = folded("two").with(FakeRun.settings(seed)).begin(new PooledEvaluator(2, seed + 1));
        FakeRun seven = folded("seven").with(FakeRun.settings(seed)).begin(new PooledEvaluator(7, seed + 2));
        assertThat(digest(two)).isEqualTo(digest(one));
        assertThat(digest(seven)).isEqualTo(digest(one));
        assertThat(seven.history().trials()).isNotEqualTo(one.history().trials());
    }

    @Test
    void folds_of_another_run_are_reused_one_by_one() {
        FakeRun first = folded("first").begin(FakeEvaluator.ofFormula().stoppingAfter(13));
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        ReusableRun reusable =
                ReusableRun.open(first.folder(), "abc", JournalFixtures.provenance("SkylakeX"), genome -> "fake");
        FakeRun second = folded("second").reusing(reusable).begin(evaluator);
        assertThat(evaluator.evaluated()).hasSize(second.history().trials().size() - 13);
        assertThat(RunCounts.of(second.history()).reused()).isEqualTo(13);
        assertThat(digest(second).replaceFirst("\"reused\" : \\d+", "\"reused\" : 0"))
                .isEqualTo(digest(folded("third").begin(FakeEvaluator.ofFormula())));
    }

    @Test
    void a_time_limit_leaves_room_for_all_folds_of_a_generation() {
        // every look at the clock is a second, so three folds take about three times as long as none
        FakeRun plain =
                FakeRun.in(temporary.resolve("plain")).with(new StepClock()).begin(FakeEvaluator.ofFormula());
        RunEnded end = plain.history().end().orElseThrow();
        Duration limit = Duration.ofSeconds((long) (1.5 * (end.searchSeconds() + end.finalSeconds())));
        FakeRun run = folded("run").with(new StepClock()).begin(FakeEvaluator.ofFormula(), limit);
        assertThat(run.history().end()).isPresent();
        assertThat(run.history().generations())
                .isNotEmpty()
                .hasSizeLessThan(plain.history().generations().size());
    }

    @Test
    void pooled_measures_are_what_the_result_shows() {
        FakeRun run = folded("run").begin(FakeEvaluator.ofFormula());
        Measures measures = run.history().answer().orElseThrow().winner().measures();
        assertThat(digest(run)).contains("\"loss\" : " + measures.loss(), "\"folds\" : 3");
    }

    private FakeRun folded(String name) {
        return FakeRun.in(temporary.resolve(name)).folded(FOLDS);
    }

    private static FakeEvaluator evaluator(long orderSeed) {
        return new FakeEvaluator(orderSeed, FakeEvaluator::formulaOrFailure);
    }

    private static String digest(FakeRun run) {
        return FakeRun.digest(run.folder());
    }
}
