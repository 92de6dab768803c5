package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import nas.export.WinnerBundle;
import nas.journal.Journal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are taken up again: what goes on, what is complete, what is mended. */
class ResumeCommandTest {
    private static final String COMPLETE =
            "nas: tiny is complete: 4 generations, as many as asked for; a larger --generations goes on\n";

    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void write_space() {
        run = TinyRun.in(temporary);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 13})
    void a_run_that_was_cut_off_anywhere_ends_like_one_that_was_not(int records) {
        String whole = run.search().digest();
        Cli.Output output = run.cutTo(records).resume();
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out()).startsWith("Run tiny: complete in ");
        assertThat(run.digest()).isEqualTo(whole);
        assertThat(run.file("winner.zip")).isRegularFile();
    }

    @Test
    void what_the_journal_holds_is_told_and_generations_in_it_are_not_counted_off_again() {
        assertThat(run.search().cutTo(5).resume().err())
                .startsWith("nas: going on with tiny, whose journal holds 3 trials and 1 whole generation\n"
                        + "generation 2/4, ");
        assertThat(run.cutTo(2).resume().err())
                .startsWith("nas: going on with tiny, whose journal holds 1 trial and 0 whole generations\n"
                        + "generation 1/4, ");
    }

    @Test
    void workers_and_json_do_not_change_what_is_found() {
        String whole = run.search("--workers", "2").digest();
        Cli.Output output = run.cutTo(3).resume("--workers", "1", "--json", "--quiet");
        assertThat(output.err()).isEmpty();
        assertThat(output.out()).isEqualTo(TinyRun.read(run.file("result.json")));
        assertThat(run.digest()).isEqualTo(whole);
    }

    @Test
    void a_complete_run_says_so_and_prints_its_result() {
        String journal = String.join("\n", run.search().journal().lines());
        Cli.Output show = run.command("show", "tiny", "--top", "0");
        Cli.Output resumed = run.resume();
        assertThat(resumed).isEqualTo(new Cli.Output(0, resumed.out(), COMPLETE));
        assertThat(show.out()).startsWith(resumed.out());
        assertThat(run.resume("--quiet")).isEqualTo(new Cli.Output(0, resumed.out(), ""));
        assertThat(run.resume("--json").out()).isEqualTo(TinyRun.read(run.file("result.json")));
        assertThat(String.join("\n", run.journal().lines())).isEqualTo(journal);
    }

    @ParameterizedTest
    @CsvSource({"--generations,4", "--generations,1", "--time-limit,1h", "--workers,1"})
    void limits_that_are_no_larger_leave_a_complete_run_complete(String option, String value) {
        run.search();
        assertThat(run.resume(option, value).err()).isEqualTo(COMPLETE);
    }

    @Test
    void a_complete_run_needs_neither_its_data_nor_its_space() throws IOException {
        run.search();
        Files.delete(run.data());
        Files.delete(run.space());
        run.delete("settings.json");
        assertThat(run.resume().err()).isEqualTo(COMPLETE);
    }

    @Test
    void a_lost_result_is_written_again() {
        String result = TinyRun.read(run.search().file("result.json"));
        assertThat(run.delete("result.json").resume().err()).isEqualTo(COMPLETE);
        assertThat(run.file("result.json")).hasContent(result);
    }

    /** One bit is enough. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_lost_or_damaged_winner_is_made_again_without_opening_the_test_rows(boolean isLost) throws IOException {
        String whole = run.search().digest();
        byte[] winner = Files.readAllBytes(run.file("winner.zip"));
        run.delete("winner.zip");
        if (!isLost) {
            byte[] damaged = winner.clone();
            damaged[damaged.length / 2] = (byte) (damaged[damaged.length / 2] ^ 1);
            Files.write(run.file("winner.zip"), damaged);
        }
        Cli.Output output = run.resume("--generations", "2");
        assertThat(output.err())
                .startsWith(
                        "nas: tiny is complete, but its winner is missing, damaged or from an older nas, and is made anew\nnas: going on with tiny, ");
        assertThat(run.digest()).isEqualTo(whole);
        assertThat(openings()).isEqualTo(1);
        assertThat(WinnerBundle.read(run.file("winner.zip")).parameters())
                .isEqualTo(WinnerBundle.read(Files.write(run.file("first.zip"), winner))
                        .parameters());
    }

    @Test
    void lost_sidecars_are_made_again_by_training_again() throws IOException {
        run.search();
        JsonNode winner = run.result().get("winner");
        try (var files = Files.list(run.file("sidecars"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "nothing");
            }
        }
        Cli.Output output = run.delete("winner.zip").resume();
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.err()).contains(" is damaged\n");
        assertThat(run.result().get("winner")).isEqualTo(winner);
    }

    @Test
    void larger_limits_extend_a_complete_run_and_count_the_openings() {
        Cli.Output output = run.search("--generations", "2").resume("--generations", "4");
        assertThat(output.err())
                .startsWith("nas: going on with tiny, whose journal holds ")
                .contains("generation 3/4, ", "generation 4/4, ")
                .doesNotContain("generation 2/4, ");
        assertThat(output.out()).containsPattern("opened 2\\s+times\\)");
        assertThat(openings()).isEqualTo(2);
        String extended = run.digest();
        TinyRun longer = TinyRun.in(folder("longer")).search();
        assertThat(winner(run)).isEqualTo(winner(longer));
        assertThat(run.result().get("pareto")).isEqualTo(longer.result().get("pareto"));
        assertThat(run.resume().err()).isEqualTo(COMPLETE);
        assertThat(run.digest()).isEqualTo(extended);
    }

    @Test
    void an_extension_that_was_cut_off_goes_on_to_its_own_limits() {
        run.search("--generations", "2");
        int records = run.journal().lines().size();
        String extended = run.resumed("--generations", "4").digest();
        run.cutTo(records + 2).resumed();
        assertThat(run.digest()).isEqualTo(extended);
    }

    @Test
    void a_time_limit_ends_a_run_and_a_larger_one_extends_it() {
        run.with("stagnation: 9", "stagnation: 1000000")
                .with("[3, 5, 8, 12]", "{min: 3, max: 64}")
                .search("--generations", "1000000", "--time-limit", "1s");
        int genomes = genomes();
        assertThat(run.result().get("stop").textValue()).isEqualTo("time");
        assertThat(run.resume().err())
                .matches("nas: tiny is complete: the time limit ended it after \\d+ generations?;"
                        + " --time-limit or --generations goes on\\R");
        run.resumed("--time-limit", "1s");
        assertThat(run.result().get("stop").textValue()).isEqualTo("time");
        assertThat(genomes()).isGreaterThanOrEqualTo(genomes);
        assertThat(openings()).isEqualTo(2);
    }

    @Test
    void a_failed_run_says_why_again() {
        run.with("0.03", "1e38");
        String failure = "nas: every trial failed: loss is not finite in epoch 1\n";
        Cli.Output searched = run.command("search", run.space().toString(), "--run", "tiny", "--quiet");
        assertThat(searched.exitCode()).isEqualTo(1);
        assertThat(searched.err()).isEqualTo(failure);
        Cli.Output resumed = run.resume();
        assertThat(resumed.exitCode()).isEqualTo(1);
        assertThat(resumed.err())
                .isEqualTo("nas: tiny has failed: 4 generations, as many as asked for;"
                        + " a larger --generations goes on\n" + failure);
    }

    @Test
    void a_torn_last_line_is_cut_off_and_told() {
        String whole = run.search().digest();
        run.cutTo(6).journal().append("{\"sequence\":7,\"elapsed\":0.1,\"ty");
        Cli.Output output = run.resume();
        assertThat(output.err())
                .startsWith("nas: " + run.file("journal.jsonl") + ":7: cut off a torn record of 31 bytes\n"
                        + "nas: going on with tiny, ");
        assertThat(run.digest()).isEqualTo(whole);
    }

    @Test
    void removed_settings_are_written_again() {
        run.search();
        String settings = TinyRun.read(run.file("settings.json"));
        run.cutTo(3).delete("settings.json").resumed();
        assertThat(TinyRun.json(TinyRun.read(run.file("settings.json")))).isEqualTo(TinyRun.json(settings));
    }

    @Test
    void a_space_that_was_edited_since_is_told_and_the_run_keeps_to_its_own() {
        String whole = run.search().digest();
        TinyRun.write(run.space(), "name: another\n");
        Cli.Output output = run.cutTo(3).resume();
        assertThat(output.err())
                .contains("nas: " + run.space() + " has changed since; this run keeps to its own settings."
                        + " Search the changed one with --reuse tiny\n");
        assertThat(run.digest()).isEqualTo(whole);
    }

    @Test
    void data_that_have_moved_are_found_with_the_option() throws IOException {
        String whole = run.search().digest();
        Path moved = Files.move(run.data(), temporary.resolve("moved.csv"));
        Cli.Output lost = run.cutTo(3).resume();
        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.err())
                .isEqualTo("nas: " + run.file("settings.json") + ":4:15: data.source must be a built-in name ("
                        + "fashion-mnist, friedman1, iris, mnist, moons, spirals, xor), a CSV"
                        + " file or a folder with IDX files, but was '" + run.data() + "' and " + run.data()
                        + " does not exist; say where it lies with --data PATH\n");
        run.resumed("--data", moved.toString());
        assertThat(run.digest()).isEqualTo(whole);
    }

    @Test
    void data_that_have_moved_are_found_in_the_folder_that_the_option_names() throws IOException {
        String whole = run.search().digest();
        Path folder = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.move(run.data(), folder.resolve(String.valueOf(run.data().getFileName())));
        run.cutTo(3).resumed("--data", folder.toString());
        assertThat(run.digest()).isEqualTo(whole);
    }

    @Test
    void a_run_that_is_worked_on_is_left_alone() {
        run.search().cutTo(3);
        try (Journal journal = Journal.resume(run.folder(), InstantSource.system())) {
            assertThat(run.resume())
                    .isEqualTo(new Cli.Output(
                            2,
                            "",
                            "nas: " + run.path() + ": process "
                                    + ProcessHandle.current().pid()
                                    + " works on this run; wait for it or stop it\n"));
            assertThat(run.command("runs").out()).contains(" running ");
            assertThat(journal.history().trials()).hasSize(2);
        }
        assertThat(run.command("show", "tiny").out())
                .startsWith("Run tiny: interrupted")
                .endsWith("Go on with: nas resume tiny\n");
    }

    private int openings() {
        return run.result().get("winner").get("test").get("openings").intValue();
    }

    private int genomes() {
        return run.result().get("counts").get("genomes").intValue();
    }

    private static String winner(TinyRun run) {
        return run.result().get("winner").get("key").textValue();
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(temporary.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
