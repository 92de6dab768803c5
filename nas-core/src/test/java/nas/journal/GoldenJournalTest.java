package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.RecordJson.Entry;
import nas.trial.TrialResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal of format version 1 is read for ever. The file {@code format-1.jsonl} must never change: users have journals
 * like it. A writer that writes anything else writes another format version.
 */
class GoldenJournalTest {
    @TempDir
    Path temporary;

    private RunFolder folder = new RunFolder(Path.of("unset"));
    private byte[] golden = {};

    @BeforeEach
    void copy_the_golden_journal() throws IOException {
        folder = RunFolder.create(temporary.resolve("golden"));
        try (InputStream file = GoldenJournalTest.class.getResourceAsStream("format-1.jsonl")) {
            golden = Objects.requireNonNull(file).readAllBytes();
        }
        Files.write(folder.journalFile(), golden);
    }

    @Test
    void every_record_of_format_1_is_read_as_it_was_meant() throws IOException {
        List<String> lines = Files.readAllLines(folder.journalFile());
        assertThat(lines).hasSize(GoldenRun.ENTRIES.size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(RecordJson.read(i + 1, lines.get(i).getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(GoldenRun.ENTRIES.get(i));
        }
    }

    @Test
    void the_history_of_a_journal_of_format_1_is_what_it_was() {
        RunHistory history = JournalReader.read(folder);
        assertThat(history.header()).isEqualTo(GoldenRun.HEADER);
        assertThat(history.generations()).containsExactly(GoldenRun.FIRST, GoldenRun.SECOND);
        assertThat(history.resumptions()).containsExactly(GoldenRun.RESUMED, GoldenRun.EXTENDED);
        assertThat(history.trials())
                .containsExactly(
                        result(0),
                        GoldenRun.PRUNED.result(), // takes the place of the failure before it
                        result(2),
                        result(3),
                        GoldenRun.LATER_TRIAL.result(),
                        GoldenRun.FINAL.result());
        assertThat(history.find(GoldenRun.FINAL.result().trial())).contains(GoldenRun.FINAL);
        assertThat(history.winner().map(JournalRecord.WinnerChosen::key)).contains(GoldenRun.NARROW.key());
        assertThat(history.end().map(JournalRecord.RunEnded::searchSeconds)).contains(12406.878);
        assertThat(history.earlierSeconds()).isEqualTo(61.126);
        assertThat(history.kernels()).containsExactly("SkylakeX", "the only ones for Linux amd64");
        assertThat(RunCounts.of(history)).isEqualTo(new RunCounts(5, 6, 1, 2, 1, 1, 9));
    }

    @Test
    void the_same_records_are_written_as_the_same_bytes() throws IOException {
        RunFolder written = RunFolder.create(temporary.resolve("written"));
        write(written);
        assertThat(Files.readString(written.journalFile())).isEqualTo(Files.readString(folder.journalFile()));
        assertThat(Files.readAllBytes(written.journalFile())).isEqualTo(golden);
    }

    private static TrialResult result(int trial) {
        return GoldenRun.SEARCH_TRIALS.get(trial).result();
    }

    /** As the processes did that worked on the run: each measures time from when it took the run up. */
    private static void write(RunFolder folder) {
        long[] millis = {0};
        InstantSource clock = () -> Instant.ofEpochMilli(millis[0]);
        Journal journal =
                Journal.begin(folder, (Header) GoldenRun.ENTRIES.get(0).content(), clock);
        try {
            for (Entry entry : GoldenRun.ENTRIES.subList(1, GoldenRun.ENTRIES.size())) {
                if (entry.content() instanceof Resumed) {
                    journal.close();
                    millis[0] = 0;
                    journal = Journal.resume(folder, clock);
                }
                millis[0] = Math.round(1000 * entry.elapsedSeconds());
                journal.append(entry.content());
            }
        } finally {
            journal.close();
        }
    }
}
