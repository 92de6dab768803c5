package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TimeUp;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal of a run that a time limit ended, and whose winner was trained twice, as an extension found it best after
 * another epoch. The file {@code format-1-time.jsonl} must never change: users have journals like it.
 */
class EndedJournalTest {
    private static final TrialEnded EARLIER = ended(1);
    private static final TrialEnded LAST = ended(2);
    private static final RunEnded END = new RunEnded(
            "", 2, 3, List.of(new Asked(2, 7, List.of(JournalFixtures.genome(4).key()))));

    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));

    @BeforeEach
    void write_a_journal() {
        folder = JournalFixtures.written(
                temporary,
                JournalFixtures.HEADER,
                List.of(
                        JournalFixtures.generation(1, 0, 4),
                        new TrialEnded(JournalFixtures.measured(4, Fold.VALIDATION, 5, 0.25)),
                        EARLIER,
                        new TimeUp(1),
                        new WinnerChosen(JournalFixtures.genome(4).key(), 1, Stop.TIME),
                        LAST,
                        END));
    }

    @Test
    void it_is_written_as_the_same_bytes() throws IOException {
        assertThat(Files.readString(folder.journalFile())).isEqualTo(JournalFixtures.golden("format-1-time.jsonl"));
    }

    @Test
    void it_is_read_as_it_was_written() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.timeStop()).contains(1);
        assertThat(history.end()).contains(END);
    }

    @Test
    void only_final_trainings_that_the_end_asked_for_count() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.trials(Fold.TEST)).containsExactly(LAST.result());
        assertThat(history.trials()).hasSize(2);
        assertThat(TestMeasures.of(history, JournalFixtures.genome(4)).map(TestMeasures::seeds))
                .contains(1);
    }

    private static TrialEnded ended(int epochs) {
        TrialResult usual = JournalFixtures.measured(4, Fold.TEST, 7, 0.5);
        Trial trial = new Trial(usual.trial().genome(), new Budget(epochs, 9), 7, Fold.TEST);
        return new TrialEnded(new TrialResult(trial, usual.outcome(), usual.effort()));
    }
}
