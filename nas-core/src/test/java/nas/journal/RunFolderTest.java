package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import nas.ChildJvm;
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
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
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
    void a_journal_has_one_writer_which_the_refusal_names() {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            assertThat(journal.history().trials()).isEmpty();
            assertThatThrownBy(() -> Journal.resume(folder, () -> Instant.EPOCH))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessage(folder.path() + ": process "
                            + ProcessHandle.current().pid() + " works on this run; wait for it or stop it");
        }
        try (Journal journal = Journal.resume(folder, () -> Instant.EPOCH)) {
            assertThat(folder.state(journal.history())).isEqualTo(RunState.RUNNING);
        }
    }

    @Test
    void to_ask_for_the_state_does_not_give_the_lock_back() throws Exception {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            assertThat(folder.state(journal.history())).isEqualTo(RunState.RUNNING);
            assertThat(new ChildJvm(LockTaker.class, folder.path().toString()).run())
                    .isEqualTo(LockTaker.REFUSED);
        }
        assertThat(new ChildJvm(LockTaker.class, folder.path().toString()).run())
                .isZero();
    }

    @Test
    void to_refuse_oneself_does_not_give_the_lock_back() throws Exception {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder.path());
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            assertThatThrownBy(() -> Journal.resume(new RunFolder(link), () -> Instant.EPOCH))
                    .hasMessageContaining(" works on this run");
            assertThat(new RunFolder(link).state(journal.history())).isEqualTo(RunState.RUNNING);
            assertThat(new ChildJvm(LockTaker.class, folder.path().toString()).run())
                    .isEqualTo(LockTaker.REFUSED);
        }
    }

    @Test
    void a_journal_whose_lock_was_removed_takes_no_more_records() throws IOException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            Files.delete(folder.lockFile());
            assertThatThrownBy(() -> journal.append(JournalFixtures.generation(1, 0, 4)))
                    .hasMessageContaining("the run's lock was removed while nas worked on it");
            Files.createFile(folder.lockFile());
            assertThatThrownBy(() -> journal.append(JournalFixtures.generation(1, 0, 4)))
                    .hasMessageContaining("the run's lock was removed while nas worked on it");
        }
    }

    @Test
    void a_journal_is_never_begun_over_another_one() {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        JournalFixtures.begin(folder, JournalFixtures.HEADER).close();
        assertThatThrownBy(() -> JournalFixtures.begin(folder, JournalFixtures.HEADER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(folder.path() + " has a journal already");
    }

    @Test
    void the_lock_of_a_process_that_died_is_taken_over() throws IOException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        JournalFixtures.begin(folder, JournalFixtures.HEADER).close();
        Files.writeString(folder.lockFile(), "process 1\n");
        try (Journal journal = Journal.resume(folder, () -> Instant.EPOCH)) {
            assertThat(journal.history().header()).isEqualTo(JournalFixtures.HEADER);
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
                .hasMessage(path.resolve("run") + ": cannot make the run's folder: " + path + " is not a folder");
        assertThatThrownBy(() -> RunFolder.create(path.resolve("deep/run")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(path.resolve("deep/run") + ": cannot make the run's folder: " + path + " is not a folder");
        assertThatThrownBy(() -> RunFolder.create(temporary.resolve("x".repeat(300))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith(": cannot make the run's folder: File name too long");
    }

    /** Nobody may make folders in {@code /proc}. */
    @Test
    void a_disk_that_takes_no_folder_is_not_the_fault_of_the_path() {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc");
        assertThatThrownBy(() -> RunFolder.create(Path.of("/proc/run")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/proc/run: cannot make the run's folder: ");
    }

    @Test
    void a_file_that_could_not_be_written_leaves_the_old_one() throws IOException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        folder.write("result.json", "old");
        assertThatThrownBy(() -> folder.write("result.json", file -> {
                    Files.writeString(file, "half");
                    throw new IOException("disk full");
                }))
                .hasMessageEndingWith("result.json: disk full");
        assertThat(folder.path().resolve("result.json")).hasContent("old");
    }

    private RunState stateAfter(RunEnded end, String name) {
        RunFolder folder = RunFolder.create(temporary.resolve(name));
        try (Journal journal = JournalFixtures.begin(folder, JournalFixtures.HEADER)) {
            journal.append(end);
        }
        return folder.state(JournalReader.read(folder));
    }
}
