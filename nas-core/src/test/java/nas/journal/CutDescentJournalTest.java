package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.select.Assessed;
import nas.select.Certificate;
import nas.select.DescentResult;
import nas.select.Difference;
import nas.select.Finalist;
import nas.select.Race;
import nas.space.Genome;
import nas.trial.LossScale;
import nas.trial.Measures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The journal of a run whose descent a time limit ended. The file {@code format-1-cut.jsonl} must never change: users have
 * journals like it.
 */
class CutDescentJournalTest {
    private static final Genome WINNER = JournalFixtures.genome(4);
    private static final Measures MEASURES = new Measures(0.25, 0.125, 1.25, 0.75, null);
    private static final Finalist FINALIST = new Finalist(WINNER, 35, MEASURES, 2, 0, 0, Finalist.Verdict.IN);
    private static final DescentResult DESCENT = new DescentResult(
            new Assessed(WINNER, 35, MEASURES),
            new Difference(0, 0),
            new Assessed(WINNER, 35, MEASURES),
            List.of(),
            List.of(),
            List.of(),
            new Certificate(0.0625, 0, 0, 0, 0, 0, true));
    private static final Concluded CONCLUDED = new Concluded(
            List.of(),
            new Race(List.of(FINALIST), List.of(), FINALIST, new LossScale(1.25, 0.25), 0, 0.0625, FINALIST, true),
            Optional.of(DESCENT),
            Optional.empty());

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
                        new DescentTimeUp(3),
                        CONCLUDED,
                        new WinnerChosen(WINNER.key(), 1, Stop.GENERATIONS),
                        new RunEnded("", 2, 3)));
    }

    @Test
    void it_is_written_as_the_same_bytes() throws IOException {
        assertThat(Files.readString(folder.journalFile())).isEqualTo(JournalFixtures.golden("format-1-cut.jsonl"));
    }

    @Test
    void it_is_read_as_it_was_written() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.descentStops()).containsExactly(3);
        assertThat(history.concluded()).contains(CONCLUDED);
    }

    @Test
    void the_result_says_that_time_was_up() {
        RunHistory history = JournalReader.read(folder);
        assertThat(ResultJson.of(folder, history, RunState.COMPLETE)
                        .at("/winner/certificate/timeUp")
                        .asBoolean())
                .isTrue();
        assertThat(history.promiseExceptions())
                .containsExactly("a time limit decided which neighbours of the winner were tried");
    }
}
