package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.space.Ladder;
import nas.space.RandomGenomes;
import nas.space.SearchSpace;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    @TempDir
    Path temporary;

    @Test
    void a_run_stopped_anywhere_ends_like_one_that_was_left_alone() {
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).begin(FakeEvaluator.ofFormula());
        int trials = alone.history().trials().size();
        for (int stop = 0; stop < trials; stop += 13) { // in every phase, and at both ends of most steps
            FakeRun run = FakeRun.in(temporary.resolve("stopped-" + stop));
            FakeEvaluator first = FakeEvaluator.ofFormula().stoppingAfter(stop);
            run.begin(first);
            assertThat(run.history().end()).isEmpty();
            FakeEvaluator second = FakeEvaluator.ofFormula();
            run.resume(second);
            assertThat(FakeRun.digest(run.folder())).as("stopped after " + stop).isEqualTo(digest(alone));
            assertThat(run.saved()).isEqualTo(alone.saved());
            assertThat(second.evaluated()).hasSize(trials - stop);
            assertThat(Iterables.concat(first.evaluated(), second.evaluated())).doesNotHaveDuplicates();
        }
    }

    /** What a killed process or a crashed machine leaves: the journal up to any byte of its last lines. */
    @Test
    void a_journal_cut_at_any_length_leads_to_the_same_end() throws IOException {
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).begin(FakeEvaluator.ofFormula());
        byte[] whole = Files.readAllBytes(alone.folder().journalFile());
        for (int length : cuts(whole)) {
            FakeRun run = FakeRun.in(temporary.resolve("cut"));
            Files.write(run.folder().journalFile(), Arrays.copyOf(whole, length));
            copySidecars(alone.folder(), run.folder());
            List<Trial> durable =
                    run.history().trials().stream().map(TrialResult::trial).toList();
            FakeEvaluator evaluator = FakeEvaluator.ofFormula();
            run.resume(evaluator);
            assertThat(FakeRun.digest(run.folder())).as("cut to " + length).isEqualTo(digest(alone));
            assertThat(Iterables.concat(evaluator.evaluated(), durable))
                    .as("cut to " + length)
                    .doesNotHaveDuplicates();
            run.folder().delete();
        }
    }

    /** Every sixteenth record boundary and that of all last ones, every byte of the last record, some bytes of the others. */
    private static Set<Integer> cuts(byte[] whole) {
        Set<Integer> cuts = new HashSet<>();
        List<Integer> boundaries = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] == '\n') {
                boundaries.add(i + 1);
            }
        }
        for (int i = 0; i < boundaries.size(); i += i < boundaries.size() - 8 ? 16 : 1) {
            cuts.add(boundaries.get(i));
        }
        for (int i = boundaries.get(boundaries.size() - 2); i < whole.length; i++) {
            cuts.add(i);
        }
        for (int i = boundaries.get(0); i < whole.length; i += 29_989) {
            cuts.add(i);
        }
        return cuts;
    }

    @Test
    void a_run_that_is_stopped_again_and_again_gets_to_its_end() {
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).begin(FakeEvaluator.ofFormula());
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(0));
        int resumptions = 0;
        while (run.history().end().isEmpty()) {
            run.resume(FakeEvaluator.ofFormula().stoppingAfter(7));
            resumptions++;
        }
        assertThat(resumptions).isGreaterThan(10);
        assertThat(FakeRun.digest(run.folder())).isEqualTo(digest(alone));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void any_seed_is_resumed_exactly(long seed) {
        SearchSettings settings = FakeRun.settings(seed);
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).with(settings).begin(FakeEvaluator.ofFormula());
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .with(settings)
                .begin(FakeEvaluator.ofFormula().stoppingAfter(20))
                .resume(FakeEvaluator.ofFormula());
        assertThat(FakeRun.digest(run.folder())).isEqualTo(digest(alone));
    }

    @Test
    void larger_limits_extend_a_run_to_what_a_longer_one_finds_and_count_the_openings() {
        SearchSettings longer = FakeRun.SETTINGS.withGenerations(9);
        FakeRun alone = FakeRun.in(temporary.resolve("alone")).with(longer).begin(FakeEvaluator.ofFormula());
        FakeRun run = FakeRun.in(temporary.resolve("run")).begin(FakeEvaluator.ofFormula());
        run.resume(FakeEvaluator.ofFormula(), 9, true);
        assertThat(run.history().openings()).isEqualTo(2);
        assertThat(FakeRun.digest(run.folder()))
                .isEqualTo(digest(alone).replace("\"openings\" : 1", "\"openings\" : 2"));
    }

    @Test
    void a_limit_that_is_lowered_leaves_what_a_shorter_run_finds() {
        FakeRun alone = FakeRun.in(temporary.resolve("alone"))
                .with(FakeRun.SETTINGS.withGenerations(2))
                .begin(FakeEvaluator.ofFormula());
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(45));
        assertThat(run.history().generations()).hasSizeGreaterThan(2);
        run.resume(FakeEvaluator.ofFormula(), 2, true);
        assertThat(FakeRun.digest(run.folder())).isEqualTo(digest(alone));
    }

    @Test
    void a_search_that_has_tried_its_whole_space_is_at_its_end_whatever_the_limits() {
        SearchSpace space = new SearchSpace(
                new Ladder<>(List.of(0)),
                RandomGenomes.SPACE.architectures().widths().first(),
                RandomGenomes.SPACE.architectures().activations(),
                RandomGenomes.SPACE.architectures().dropouts(),
                RandomGenomes.SPACE.recipes().usual());
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .with(new SearchSettings(
                        space, ObjectiveSettings.DEFAULT, new EvolutionSettings(2, 100_000, 100_000), 3, 2))
                .with(new StepClock());
        run.begin(FakeEvaluator.ofFormula());
        assertThat(run.history().winner().map(WinnerChosen::stop)).contains(Stop.EXHAUSTED);
        assertThat(run.history().generations()).hasSize(1);
        assertThat(new Limits(run.history(), 200_000, null).whyComplete())
                .contains("after 1 generation there was nothing left to try");
    }

    @Test
    void lost_details_are_made_anew_by_training_again() throws IOException {
        FakeRun run = FakeRun.in(temporary.resolve("run")).begin(FakeEvaluator.ofFormula());
        String before = digest(run);
        deleteSidecars(run.folder());
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        run.resume(evaluator);
        assertThat(evaluator.evaluated())
                .extracting(trial -> trial.fold().kind())
                .containsOnly(Fold.Kind.BLOCK, Fold.Kind.TEST)
                .filteredOn(Fold.Kind.TEST::equals)
                .hasSize(5);
        assertThat(run.saved()).hasSize(2).containsOnly(run.saved().get(0));
        assertThat(digest(run)).isEqualTo(before);
    }

    @Test
    void details_that_cannot_be_made_anew_leave_the_results_as_they_were_and_choose_no_other_winner()
            throws IOException {
        FakeRun run = FakeRun.in(temporary.resolve("run")).begin(FakeEvaluator.ofFormula());
        List<TrialResult> before = run.history().trials();
        String digest = digest(run);
        deleteSidecars(run.folder());
        assertThatThrownBy(() -> run.resume(new FakeEvaluator(0, trial -> Double.NaN)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("are lost, and training it again failed");
        assertThat(run.history().trials()).isEqualTo(before);
        run.resume(FakeEvaluator.ofFormula());
        assertThat(digest(run)).isEqualTo(digest);
    }

    @Test
    void a_run_whose_every_trial_fails_says_where_it_stopped() {
        FakeEvaluator failing = new FakeEvaluator(0, trial -> Double.NaN);
        FakeRun alone = FakeRun.in(temporary.resolve("alone"))
                .with(FakeRun.SETTINGS.withGenerations(2))
                .begin(failing);
        FakeRun run =
                FakeRun.in(temporary.resolve("run")).begin(new FakeEvaluator(0, trial -> Double.NaN).stoppingAfter(37));
        run.resume(failing, 2, true);
        assertThat(digest(run)).isEqualTo(digest(alone)).contains("\"stop\" : \"generations\"");
    }

    @Test
    void trials_of_another_run_are_reused_and_counted() {
        FakeRun first = FakeRun.in(temporary.resolve("first")).begin(FakeEvaluator.ofFormula());
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        FakeRun second =
                FakeRun.in(temporary.resolve("second")).reusing(reusable(first)).begin(evaluator);
        assertThat(evaluator.evaluated()).isEmpty();
        assertThat(digest(second))
                .contains("\"reused\" : " + second.history().trials().size());
        assertThat(digest(second).replaceFirst("\"reused\" : \\d+", "\"reused\" : 0"))
                .isEqualTo(digest(first));
        assertThat(second.saved()).isEqualTo(first.saved());
    }

    @Test
    void what_another_run_does_not_know_is_trained() {
        FakeRun first = FakeRun.in(temporary.resolve("first"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(11));
        FakeEvaluator evaluator = FakeEvaluator.ofFormula();
        FakeRun second =
                FakeRun.in(temporary.resolve("second")).reusing(reusable(first)).begin(evaluator);
        assertThat(evaluator.evaluated())
                .hasSize(second.history().trials().size() - 11)
                .doesNotContainAnyElementsOf(first.history().trials().stream()
                        .map(TrialResult::trial)
                        .toList());
    }

    @Test
    void runs_that_another_search_bred_are_refused() throws IOException {
        FakeRun run = FakeRun.in(temporary.resolve("run"))
                .begin(FakeEvaluator.ofFormula().stoppingAfter(20));
        assertThatThrownBy(() -> run.with(FakeRun.settings(4)).resume(FakeEvaluator.ofFormula()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "generation 1 of this run was bred by another version of nas (the run began with commit 1234);");
    }

    @Test
    void a_first_trial_without_a_loss_does_not_stay_the_best() {
        List<Trial> seen = new ArrayList<>();
        FakeRun run = FakeRun.in(temporary.resolve("run")).begin(new FakeEvaluator(0, trial -> {
            seen.add(trial);
            return seen.size() == 1 ? Double.NaN : FakeEvaluator.formula(trial.genome());
        }));
        RunHistory history = run.history();
        assertThat(history.trials().get(0).failure()).isPresent();
        double lowest = history.trials(Fold.VALIDATION)
                .flatMap(result -> result.measures().stream())
                .mapToDouble(measures -> measures.loss())
                .min()
                .orElseThrow();
        assertThat(history.selection().orElseThrow().reference().loss()).isEqualTo(lowest);
    }

    private static String digest(FakeRun run) {
        return FakeRun.digest(run.folder());
    }

    private static ReusableRun reusable(FakeRun run) {
        return ReusableRun.open(run.folder(), "abc", JournalFixtures.provenance("SkylakeX"), genome -> "fake");
    }

    private static void copySidecars(RunFolder from, RunFolder to) throws IOException {
        Path target = Files.createDirectory(to.path().resolve("sidecars"));
        try (Stream<Path> files = Files.list(from.path().resolve("sidecars"))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static void deleteSidecars(RunFolder folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.path().resolve("sidecars"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
