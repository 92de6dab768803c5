package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.InvalidInputException;
import nas.journal.JournalRecord.RunEnded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path temporary;

    @Test
    void a_run_is_running_while_its_journal_is_open_and_interrupted_after() {
        RunFolder folder = RunFolder.create(temporary.resolve("deep/run"));
        try (Journal journal = Journal.begin(folder, JournalFixtures.HEADER)) {
            assertThat(folder.state(journal.history())).isEqualTo(RunState.RUNNING);
        }
        assertThat(folder.state(JournalReader.read(folder))).isEqualTo(RunState.INTERRUPTED);
        assertThat(folder.name()).isEqualTo("run");
    }

    @Test
    void a_run_that_recorded_its_end_is_complete_or_failed() {
        assertThat(stateAfter(new RunEnded("", 1, 1), "a")).isEqualTo(RunState.COMPLETE);
        assertThat(stateAfter(new RunEnded("every trial failed: x", 1, 1), "b")).isEqualTo(RunState.FAILED);
    }

    @Test
    void a_journal_has_one_writer() {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        try (Journal journal = Journal.begin(folder, JournalFixtures.HEADER)) {
            assertThat(journal.history().trials()).isEmpty();
            assertThatThrownBy(folder::lock).hasMessage(folder.path() + ": another process works on this run");
        }
    }

    @Test
    void an_existing_path_is_never_taken() throws IOException {
        Path path = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> RunFolder.create(path))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(path + ": there is something at this path already; choose another --run");
        assertThatThrownBy(() -> RunFolder.create(path.resolve("run")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(path.resolve("run") + ": cannot make the run's folder: ");
    }

    @Test
    void a_file_that_could_not_be_written_leaves_the_old_one() throws IOException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        folder.write("result.json", "old");
        assertThatThrownBy(() -> folder.write("result.json", file -> {
                    Files.writeString(file, "half");
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("disk full");
        assertThat(folder.path().resolve("result.json")).hasContent("old");
    }

    private RunState stateAfter(RunEnded end, String name) {
        RunFolder folder = RunFolder.create(temporary.resolve(name));
        try (Journal journal = Journal.begin(folder, JournalFixtures.HEADER)) {
            journal.append(end);
        }
        return folder.state(JournalReader.read(folder));
    }
}
