package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nas.journal.JournalRecord.TrialEnded;
import nas.select.Assessed;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal of a run with folds. The file {@code format-1-folds.jsonl} must never change: users have journals like it. */
class FoldedJournalTest {
    private static final TrialEnded FIRST =
            ended(4, Fold.part(1, 2), new Measures(0.5, 0.125, 1.25, 0.75, null, 20, Map.of()));
    private static final TrialEnded SECOND =
            ended(4, Fold.part(2, 2), new Measures(0.25, 0.25, 1, 0.875, null, 10, Map.of()));
    private static final TrialEnded HALF =
            ended(9, Fold.part(1, 2), new Measures(0.375, 0.5, 1, 0.5, null, 20, Map.of()));

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void write_a_journal() {
        folder = JournalFixtures.written(temporary, JournalFixtures.header(0, 2), List.of(FIRST, SECOND, HALF));
    }

    @Test
    void it_is_written_as_the_same_bytes() throws IOException {
        assertThat(Files.readString(folder.journalFile())).isEqualTo(JournalFixtures.golden("format-1-folds.jsonl"));
    }

    @Test
    void it_is_read_as_it_was_written() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.header()).isEqualTo(JournalFixtures.header(0, 2));
        assertThat(history.header().data().folds()).isEqualTo(2);
        assertThat(history.trials()).containsExactly(FIRST.result(), SECOND.result(), HALF.result());
    }

    @Test
    void genomes_are_assessed_when_all_folds_are_there() {
        RunHistory history = JournalReader.read(folder);
        Measures pooled = Measures.pooled(List.of(
                FIRST.result().measures().orElseThrow(),
                SECOND.result().measures().orElseThrow()));
        assertThat(history.assessed()).containsExactly(Assessed.of(JournalFixtures.genome(4), pooled, 4, 3));
        assertThat(RunCounts.of(history).genomes()).isEqualTo(1);
        assertThat(RunCounts.of(history).trials()).isEqualTo(3);
    }

    @Test
    void measures_without_a_number_of_rows_are_those_of_an_older_version() {
        RunFolder older = RunFolder.create(temporary.resolve("older"));
        TrialResult result = JournalFixtures.measured(4, Fold.VALIDATION, 1, 0.5);
        try (Journal journal = JournalFixtures.begin(older, JournalFixtures.HEADER)) {
            journal.append(new TrialEnded(result));
        }
        assertThat(older.journalFile()).content().doesNotContain("\"rows\":0", "folds");
        assertThat(JournalReader.read(older).trials()).containsExactly(result);
    }

    private static TrialEnded ended(int units, Fold fold, Measures measures) {
        return new TrialEnded(new TrialResult(
                JournalFixtures.trial(units, fold, 1),
                new Outcome.Measured(
                        measures, new LearningCurve(List.of(new LearningCurve.Point(1.5, measures.loss())))),
                new TrialResult.Effort("blas", "worker-0", 0.25)));
    }
}
