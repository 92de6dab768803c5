package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import nas.Seeds;
import nas.journal.Journal;
import nas.journal.JournalFixtures;
import nas.journal.JournalReader;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.RunCounts;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.select.DescentResult;
import nas.select.Race;
import nas.select.Selection;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final EvolutionSettings EVOLUTION = new EvolutionSettings(8, 6, 5);

    @TempDir
    Path temporary;

    private final List<Progress> progress = new ArrayList<>();
    private final List<Genome> saved = new ArrayList<>();
    private int runs;

    @Test
    void the_order_in_which_trials_end_changes_nothing() {
        RunHistory one = search(settings(42), new FakeEvaluator(1, trial -> FakeEvaluator.formula(trial.genome())));
        RunHistory other = search(settings(42), new FakeEvaluator(2, trial -> FakeEvaluator.formula(trial.genome())));
        assertThat(other.selection()).isEqualTo(one.selection());
        assertThat(new HashSet<>(other.trials())).isEqualTo(new HashSet<>(one.trials()));
    }

    @Test
    void seeds_lead_elsewhere_and_0_is_a_seed() {
        assertThat(genomes(search(settings(0), FakeEvaluator.ofFormula())))
                .isEqualTo(genomes(search(settings(0), FakeEvaluator.ofFormula())))
                .isNotEqualTo(genomes(search(settings(1), FakeEvaluator.ofFormula())));
    }

    @Test
    void no_trial_is_run_twice_and_duplicates_are_counted() {
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        RunHistory history = search(settings(3), evaluator);
        assertThat(evaluator.evaluated()).doesNotHaveDuplicates();
        int proposed = history.generations().stream()
                .mapToInt(generation -> generation.bred().size() - generation.duplicates())
                .sum();
        assertThat(searched(history).map(Trial::genome).distinct()).hasSize(proposed);
    }

    @Test
    void search_trials_have_the_budgets_of_the_rungs_and_one_seed_until_they_are_measured_again() {
        RunHistory history = search(settings(3), FakeEvaluator.ofFormula());
        assertThat(searched(history).map(Trial::budget)).containsOnly(new Budget(1, 5), new Budget(2, 5));
        assertThat(searched(history).map(Trial::seed).distinct())
                .contains(Seeds.derive(3, "search"))
                .isSubsetOf(Seeds.derive(3, "search"), Seeds.derive(3, "search", 1), Seeds.derive(3, "search", 2));
    }

    @Test
    void finalists_and_neighbours_are_trained_in_blocks_of_two_partitions_for_the_whole_schedule() {
        RunHistory history = search(settings(3), FakeEvaluator.ofFormula());
        List<Trial> blocks = history.trials().stream()
                .map(TrialResult::trial)
                .filter(trial -> trial.fold().kind() == Fold.Kind.BLOCK)
                .toList();
        assertThat(blocks)
                .extracting(trial -> trial.fold().partition())
                .containsOnly(Seeds.derive(3, "finalists"), Seeds.derive(3, "descent"));
        assertThat(blocks).extracting(Trial::budget).containsOnly(new Budget(5));
        assertThat(blocks).extracting(trial -> trial.fold().number()).containsOnly(1, 2, 3);
        assertThat(blocks).extracting(trial -> trial.fold().count()).containsOnly(10);
    }

    /** They train for longer than any trial of the search, so that all would seem to stand at a rung above the others. */
    @Test
    void finalists_on_rows_that_cannot_be_divided_are_no_trials_of_the_search() {
        RunHistory divided = search(settings(3), FakeEvaluator.ofFormula());
        RunHistory undivided = FakeRun.in(temporary.resolve("undivided"))
                .with(JournalFixtures.header(JournalFixtures.HEADER.data().withRowTraits(false, false, 1)))
                .with(settings(3))
                .begin(FakeEvaluator.ofFormula())
                .history();
        assertThat(undivided.concluded()).isPresent();
        assertThat(undivided.assessed()).isEqualTo(divided.assessed());
        assertThat(RunCounts.of(undivided).genomes())
                .isEqualTo(RunCounts.of(divided).genomes());
    }

    /** The formula falls with every unit, so within 2 % of the best is a question of size alone. */
    @Test
    void the_winner_keeps_the_tolerance_and_no_smaller_neighbour_does() {
        RunHistory history = search(settings(3), FakeEvaluator.ofFormula());
        Concluded concluded = history.concluded().orElseThrow();
        Race race = concluded.race();
        DescentResult descent = concluded.descent().orElseThrow();
        double reference = FakeEvaluator.formula(race.reference().genome());
        double allowed = reference + race.tolerance();
        assertThat(FakeEvaluator.formula(descent.winner().genome())).isLessThanOrEqualTo(allowed + 1e-6);
        assertThat(descent.neighbours()).isNotEmpty().allSatisfy(neighbour -> {
            assertThat(neighbour.parameters()).isLessThan(descent.winner().parameters());
            assertThat(FakeEvaluator.formula(neighbour.genome())).isGreaterThan(allowed - 1e-6);
        });
        assertThat(descent.certificate().shownWorse())
                .isEqualTo(descent.neighbours().size());
        assertThat(history.answer().orElseThrow().winner()).isEqualTo(descent.winner());
    }

    @Test
    void linear_smallest_and_largest_are_tried_first() {
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        search(settings(3), evaluator);
        List<Genome> tried = evaluator.evaluated().stream().map(Trial::genome).toList();
        assertThat(tried)
                .contains(
                        RandomGenomes.uniform(0, 4),
                        RandomGenomes.SPACE.smallest(4, 3),
                        RandomGenomes.SPACE.largest(4, 3));
    }

    @Test
    void the_winner_is_trained_with_five_new_seeds_and_handed_over() {
        RunHistory history = search(settings(3), FakeEvaluator.ofFormula());
        Genome winner = winner(history);
        List<Trial> finals = history.trials(Fold.TEST).map(TrialResult::trial).toList();
        assertThat(finals).hasSize(5).allMatch(trial -> trial.genome().equals(winner));
        assertThat(finals.stream().map(Trial::seed)).doesNotHaveDuplicates().doesNotContain(Seeds.derive(3, "search"));
        assertThat(saved).containsExactly(winner);
        assertThat(history.end()).get().extracting(RunEnded::isFailed).isEqualTo(false);
    }

    /** The made-up curves are lowest after their first epoch. */
    @Test
    void a_winner_that_stops_early_is_trained_up_to_its_best_epoch_of_the_same_schedule() {
        SearchSpace patient =
                new SearchSpace(RandomGenomes.SPACE.architectures(), RecipeSpace.of(Recipe.DEFAULT.withPatience(3)));
        SearchSettings settings = new SearchSettings(patient, ObjectiveSettings.DEFAULT, EVOLUTION, 3, 7);
        RunHistory history = search(settings, FakeEvaluator.ofFormula());
        assertThat(history.trials(Fold.TEST).map(TrialResult::trial))
                .hasSize(5)
                .allMatch(trial -> trial.budget().equals(new Budget(1, 7)));
        assertThat(searched(history)).allMatch(trial -> trial.budget().equals(new Budget(7)));
    }

    @Test
    void without_test_rows_the_winner_is_trained_once_and_test_rows_stay_closed() {
        RunHistory history = run(settings(3), FakeEvaluator.ofFormula(), null, 0);
        assertThat(history.trials(Fold.TEST)).isEmpty();
        assertThat(history.trials(Fold.FULL)).hasSize(1);
        assertThat(saved).hasSize(1);
    }

    @Test
    void a_parameter_limit_holds_for_every_trial() {
        SearchSettings limited =
                new SearchSettings(RandomGenomes.SPACE, new ObjectiveSettings(0.02, 0.02, 120L), EVOLUTION, 3, 2);
        assertThat(search(limited, FakeEvaluator.ofFormula()).trials())
                .allSatisfy(result ->
                        assertThat(result.trial().genome().parameters(4, 3)).isLessThanOrEqualTo(120));
    }

    @Test
    void a_parameter_limit_below_the_space_is_refused() {
        SearchSettings impossible =
                new SearchSettings(RandomGenomes.SPACE, new ObjectiveSettings(0.02, 0.02, 14L), EVOLUTION, 3, 2);
        assertThatThrownBy(() -> search(impossible, FakeEvaluator.ofFormula()))
                .hasMessage("must be >= 15, the parameters of the smallest network of the space, but was 14");
    }

    @Test
    void a_front_that_stands_still_ends_the_search() {
        SearchSettings patient = new SearchSettings(
                RandomGenomes.SPACE, ObjectiveSettings.DEFAULT, new EvolutionSettings(4, 500, 3), 3, 2);
        RunHistory history = search(patient, new FakeEvaluator(0, trial -> 0.5));
        assertThat(history.generations()).hasSizeLessThan(30);
        assertThat(history.winner().map(WinnerChosen::stop)).contains(Stop.STAGNATION);
    }

    @Test
    void a_trial_that_fails_is_recorded_and_never_wins() {
        RunHistory history = search(
                settings(3),
                new FakeEvaluator(
                        0,
                        trial -> trial.genome().architecture().depth() == 0
                                ? Double.NaN
                                : FakeEvaluator.formula(trial.genome())));
        assertThat(history.trials()).anyMatch(result -> result.failure().isPresent());
        Genome winner = winner(history);
        assertThat(winner.architecture().depth()).isPositive();
    }

    @Test
    void a_search_whose_every_trial_fails_says_why() {
        RunHistory history = search(settings(3), new FakeEvaluator(0, trial -> Double.NaN));
        assertThat(history.end().map(RunEnded::failure)).contains("every trial failed: loss is not finite");
        assertThat(history.selection()).isEmpty();
        assertThat(saved).isEmpty();
    }

    @Test
    void finalists_that_all_fail_are_told_and_counted() {
        RunHistory history = search(
                settings(3),
                new FakeEvaluator(
                        0, trial -> trial.fold().isSearch() ? FakeEvaluator.formula(trial.genome()) : Double.NaN));
        assertThat(history.end().map(RunEnded::failure)).contains("every finalist failed: loss is not finite");
        assertThat(history.winner().map(WinnerChosen::key)).isEmpty();
        RunCounts counts = RunCounts.of(history);
        assertThat(counts.failed()).as("two blocks of each").isEqualTo(8);
        assertThat(counts.trials()).isEqualTo(searched(history).count() + 8);
    }

    @Test
    void a_final_training_that_fails_is_made_up_for_by_the_next_seed() {
        long firstSeed = Seeds.derive(3, "final", 0);
        FakeEvaluator evaluator = new FakeEvaluator(
                0, trial -> trial.seed() == firstSeed ? Double.NaN : FakeEvaluator.formula(trial.genome()));
        assertThat(search(settings(3), evaluator).end().map(RunEnded::failure)).contains("");
        assertThat(saved).hasSize(1);
    }

    @Test
    void final_trainings_that_all_fail_end_the_run_without_a_winner() {
        FakeEvaluator evaluator = new FakeEvaluator(
                0, trial -> trial.fold().equals(Fold.TEST) ? Double.NaN : FakeEvaluator.formula(trial.genome()));
        assertThat(search(settings(3), evaluator).end().map(RunEnded::failure))
                .contains("the winner's final training failed: loss is not finite");
    }

    @Test
    void a_time_limit_ends_the_search_between_generations() {
        RunHistory history = run(settings(3), FakeEvaluator.ofFormula(), Duration.ofSeconds(25), 20);
        assertThat(history.generations().size()).isBetween(1, 5);
        assertThat(history.winner().map(WinnerChosen::stop)).contains(Stop.TIME);
        assertThat(history.end()).isPresent();
    }

    @Test
    void progress_is_told_after_every_trial_and_every_step() {
        RunHistory history = search(settings(3), FakeEvaluator.ofFormula());
        List<Progress> steps = progress.stream().filter(Progress::isStepEnded).toList();
        assertThat(progress).hasSize(history.trials().size() + steps.size());
        assertThat(steps(Progress.Phase.SEARCH)).isEqualTo(history.generations().size());
        assertThat(steps(Progress.Phase.FINALISTS))
                .as("the first two blocks are one step")
                .isEqualTo(blocks(history, "finalists") - 1);
        assertThat(steps(Progress.Phase.DESCENT))
                .as("reference and winner, neighbours, enlargements")
                .isGreaterThanOrEqualTo(3);
        assertThat(steps(Progress.Phase.FINAL)).isEqualTo(1);
        assertThat(progress).extracting(Progress::phase).isSorted();
        assertThat(progress).extracting(Progress::phase).contains(Progress.Phase.values());
        Progress last = progress.get(progress.size() - 1);
        assertThat(last.phase()).isEqualTo(Progress.Phase.FINAL);
        assertThat(progress.subList(progress.size() - 6, progress.size()))
                .extracting(Progress::phase)
                .containsOnly(Progress.Phase.FINAL);
        assertThat(progress.get(progress.size() - 7).phase()).isEqualTo(Progress.Phase.DESCENT);
        assertThat(last.isStepEnded()).isTrue();
        assertThat(last.best()).isEqualTo(history.concluded().map(Concluded::winner));
        assertThat(lastOf(Progress.Phase.SEARCH).best())
                .isEqualTo(history.selection().map(Selection::winner));
        assertThat(lastOf(Progress.Phase.DESCENT).best())
                .isEqualTo(
                        history.concluded().map(found -> found.race().winner().assessed()));
        assertThat(last.epochs()).isEqualTo(RunCounts.of(history).epochs());
    }

    @Test
    void pace_tells_what_share_is_done_and_how_many_trials_were_known() {
        search(settings(3), FakeEvaluator.ofFormula());
        assertThat(progress).extracting(each -> each.pace().known()).containsOnly(0);
        assertThat(progress.get(progress.size() - 1).pace().share()).isEqualTo(1);
        assertThat(progress).extracting(each -> each.pace().share()).allMatch(share -> share >= 0 && share <= 1);
    }

    private Progress lastOf(Progress.Phase phase) {
        return progress.stream()
                .filter(each -> each.phase() == phase)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private long steps(Progress.Phase phase) {
        return progress.stream()
                .filter(each -> each.phase() == phase && each.isStepEnded())
                .count();
    }

    private static long blocks(RunHistory history, String stage) {
        return history.trials().stream()
                .map(result -> result.trial().fold())
                .filter(fold -> fold.kind() == Fold.Kind.BLOCK && fold.partition() == Seeds.derive(3, stage))
                .distinct()
                .count();
    }

    private static SearchSettings settings(long seed) {
        return new SearchSettings(
                RandomGenomes.SPACE,
                ObjectiveSettings.DEFAULT,
                EVOLUTION,
                seed,
                new RungSettings(List.of(1, 2), List.of(1 / 2.0)),
                new FinalistSettings(4, 3, 5),
                StartSettings.DEFAULT);
    }

    private static Stream<Trial> searched(RunHistory history) {
        return history.trials().stream()
                .map(TrialResult::trial)
                .filter(trial -> trial.fold().isSearch());
    }

    private static Genome winner(RunHistory history) {
        return history.answer().orElseThrow().winner().genome();
    }

    private static List<Genome> genomes(RunHistory history) {
        return history.trials().stream()
                .map(result -> result.trial().genome())
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    private RunHistory search(SearchSettings settings, FakeEvaluator evaluator) {
        return run(settings, evaluator, null, 20);
    }

    private RunHistory run(
            SearchSettings settings, FakeEvaluator evaluator, @Nullable Duration timeLimit, int testRows) {
        runs++;
        RunFolder folder = RunFolder.create(temporary.resolve("run-" + runs));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.header(testRows))) {
            new Search(
                            settings,
                            journal,
                            new Search.Surroundings(
                                    evaluator,
                                    List.of(),
                                    progress::add,
                                    winner -> saved.add(winner.trial().genome()),
                                    new StepClock(),
                                    timeLimit))
                    .run();
        }
        return JournalReader.read(folder);
    }
}
