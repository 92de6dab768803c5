package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that refuse: exit code 1, one line that says why and how to go on, and nothing that was done is lost. */
class DiskTest {
    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void write_space() {
        run = TinyRun.in(temporary);
    }

    /** The journal reaches 12 KiB in the search and 22 KiB in the final training. */
    @ParameterizedTest
    @ValueSource(ints = {6, 12})
    void a_full_disk_ends_a_search_that_goes_on_when_there_is_room_again(int kibibytes) {
        String whole = run.search().digest();
        run.folder().delete();
        Cli.Output output = new ChildNas(temporary)
                .withFilesOfAtMost(kibibytes)
                .run("search", run.space().toString(), "--run", "tiny", "--quiet");
        assertThat(output)
                .isEqualTo(new Cli.Output(
                        1,
                        "",
                        "nas: " + run.file("journal.jsonl")
                                + ": File too large; what was done is kept, go on with: nas resume tiny\n"));
        assertThat(run.folder().journalFile()).content().endsWith("\"}\n");
        assertThat(run.command("show", "tiny").out()).startsWith("Run tiny: interrupted\n");
        assertThat(run.resumed().digest()).isEqualTo(whole);
    }

    @Test
    void a_disk_without_room_for_a_run_is_left_as_it_was() {
        Cli.Output output = new ChildNas(temporary)
                .withFilesOfAtMost(1)
                .run("search", run.space().toString(), "--run", "tiny", "--quiet");
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err()).isEqualTo("nas: " + run.file("settings.json") + ": File too large\n");
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void a_folder_that_vanishes_is_told_and_not_made_anew() {
        ChildNas.Child child = new ChildNas(temporary)
                .start(
                        "search",
                        run.with("stagnation: 9", "stagnation: 1000000").space().toString(),
                        "--run",
                        "tiny",
                        "--quiet",
                        "--generations",
                        "1000000");
        child.awaitUntil(() -> run.folder().isRun() && run.journal().lines().size() > 5);
        run.folder().delete();
        assertThat(child.await())
                .isEqualTo(new Cli.Output(
                        1,
                        "",
                        "nas: " + run.path() + ": the run's folder was moved or removed while nas worked on it\n"));
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void a_result_that_cannot_be_written_is_told() throws IOException {
        String whole = run.search().digest();
        run.delete("result.json");
        Files.createDirectories(run.file("result.json").resolve("in the way"));
        Cli.Output output = run.resume("--quiet");
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .startsWith("nas: " + run.file("result.json") + ": ")
                .hasLineCount(1);
        Files.delete(run.file("result.json").resolve("in the way"));
        run.delete("result.json");
        assertThat(run.resumed("--quiet").digest()).isEqualTo(whole);
    }

    @Test
    void nothing_can_be_made_in_a_read_only_folder() throws IOException {
        Path runs = Files.createDirectory(temporary.resolve("runs"));
        forbidWriting(runs);
        Cli.Output output = run.command("search", run.space().toString(), "--run", "tiny");
        assertThat(output)
                .isEqualTo(new Cli.Output(
                        1, "", "nas: " + run.path() + ": cannot make the run's folder: permission denied\n"));
    }

    @Test
    void a_run_in_a_read_only_folder_can_be_shown_but_not_taken_up() throws IOException {
        run.search().cutTo(6);
        try (Stream<Path> files = Files.list(run.path())) {
            for (Path file : files.toList()) {
                forbidWriting(file);
            }
        }
        forbidWriting(run.path());
        assertThat(run.resume()).isEqualTo(new Cli.Output(1, "", "nas: " + run.file("lock") + ": permission denied\n"));
        assertThat(run.command("show", "tiny").out()).startsWith("Run tiny: interrupted\n");
        assertThat(run.command("runs").out()).contains("tiny ", " interrupted ");
    }

    @Test
    void a_file_system_that_takes_no_folders_is_a_failure() {
        assumeTrue(Files.isDirectory(Path.of("/proc")), "there is no /proc");
        Cli.Output output = run.command("search", run.space().toString(), "--run", "/proc/run");
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .startsWith("nas: /proc/run: cannot make the run's folder: ")
                .hasLineCount(1);
    }

    private static void forbidWriting(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(path), "this user may write everywhere");
    }
}
