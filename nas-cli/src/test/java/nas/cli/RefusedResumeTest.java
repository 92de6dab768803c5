package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.train.LocalEvaluator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that cannot be taken up again: exit code 2, one line that says why and what to do, and nothing is changed. */
class RefusedResumeTest {
    @TempDir
    Path temporary;

    private TinyRun run = TinyRun.NONE;

    @BeforeEach
    void interrupt_a_run() {
        run = TinyRun.in(temporary).search().cutTo(6);
    }

    @Test
    void an_unknown_run_is_answered_with_the_nearest_name() {
        Path runs = temporary.resolve("runs");
        assertThat(run.command("resume", "tony"))
                .isEqualTo(refusal("no run 'tony' in " + runs
                        + " and none at that path; did you mean 'tiny'?; 'nas runs' lists them"));
        assertThat(run.command("resume", ""))
                .isEqualTo(refusal("no run '' in " + runs + " and none at that path; 'nas runs' lists them"));
        assertThat(new Cli(temporary.resolve("none")).run("resume", "tiny"))
                .isEqualTo(refusal("no run 'tiny' in " + temporary.resolve("none") + " and none at that path"));
    }

    @Test
    void names_that_are_none_never_reach_the_terminal_as_they_are() {
        String unknown = " in " + temporary.resolve("runs") + " and none at that path; 'nas runs' lists them";
        assertThat(run.command("resume", "\u001b[31mx\ny\u009b1m"))
                .isEqualTo(refusal("no run '?[31mx y?1m'" + unknown));
        assertThat(run.command("resume", "a\0b")).isEqualTo(refusal("Nul character not allowed: a?b"));
    }

    @Test
    void a_folder_without_a_journal_is_no_run() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        assertThat(run.command("resume", folder.toString()))
                .isEqualTo(
                        refusal(folder + ": there is no run here (no journal.jsonl); if a search was killed here before"
                                + " its first record, remove the folder"));
    }

    @Test
    void a_damaged_record_in_the_middle() {
        run.journal().damage(3, "\"epochs\":4", "\"epochs\":5");
        assertRefused(journalAt(3)
                + "damaged record: the checksum does not fit the line and those before it; restore the file, or remove"
                + " this line and those after it, which are then trained again");
        run.journal().cutTo(2);
        run.resumed();
    }

    @Test
    void a_line_that_is_no_record() {
        run.journal().damage(4, "{", "");
        assertThat(run.resume().err()).startsWith("nas: " + journalAt(4) + "damaged record: ");
    }

    @Test
    void another_format_version() {
        run.journal().changeHeader(header -> header.put("formatVersion", 2));
        assertRefused(journalAt(1)
                + "formatVersion must be 1, but was 2; use the nas that wrote this journal, or a newer one");
    }

    @Test
    void data_that_have_changed() {
        String before = run.journal().header().get("data").get("fingerprint").textValue();
        TinyRun.write(run.data(), TinyRun.read(run.data()).replaceFirst("\n", "\n9"));
        Cli.Output output = run.resume();
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .matches("nas: \\Q" + run.path() + "\\E cannot be resumed: its data are others: fingerprint "
                        + before.substring(0, 12)
                        + " then, [0-9a-f]{12} now; restore what it began with, or search anew\\R");
    }

    @Test
    void other_data_in_place_of_those_that_moved() throws IOException {
        Path other = Files.writeString(
                temporary.resolve("other.csv"), TinyRun.read(run.data()).replace("kind2", "kind1"));
        Cli.Output output = run.resume("--data", other.toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).contains(" cannot be resumed: its data are others: fingerprint ");
    }

    @Test
    void settings_that_were_edited() {
        Path settings = run.file("settings.json");
        TinyRun.write(settings, TinyRun.read(settings).replace("tanh", "elu"));
        assertRefused(settings + ": differs from what this run began with; remove it to have it written again, or"
                + " search the changed one as a new run, with --reuse tiny");
        run.delete("settings.json").resumed();
    }

    @Test
    void settings_that_are_no_json() {
        TinyRun.write(run.file("settings.json"), "nonsense");
        assertThat(run.resume().err()).startsWith("nas: " + run.file("settings.json") + ": differs from what this run");
    }

    @Test
    void another_training_version() {
        int other = LocalEvaluator.TRAINING_VERSION + 1;
        run.journal()
                .changeProvenance(provenance -> provenance
                        .put("trainingVersion", other)
                        .put("version", "9.9")
                        .put("commit", "abc"));
        assertRefused(run.path() + " cannot be resumed: its trials were trained by training version " + other
                + " (nas 9.9, commit abc), this nas has version " + LocalEvaluator.TRAINING_VERSION
                + "; restore what it began with, or search anew");
    }

    @Test
    void another_blas_core_unless_it_is_allowed_and_then_the_result_says_so() {
        String core = run.journal().blasCore();
        run.journal().changeProvenance(provenance -> provenance.put("blasCore", "Core2"));
        assertRefused(run.path() + " cannot be resumed: its trials were computed with the OpenBLAS core Core2, this"
                + " process uses " + core + "; set OPENBLAS_CORETYPE=Core2, or go on with --allow-mixed, which the"
                + " result will say");
        Cli.Output mixed = run.resume("--allow-mixed");
        assertThat(mixed.exitCode()).as(mixed.err()).isZero();
        String exception = "OpenBLAS cores were mixed: Core2, " + core;
        assertThat(mixed.out().replaceAll("\\s+", " ")).contains("Outside the promise of equal results: " + exception);
        assertThat(run.result().get("equalityPromise").toString())
                .isEqualTo("{\"holds\":false,\"exceptions\":[\"" + exception + "\"]}");
    }

    @Test
    void generations_that_another_version_bred() {
        run.journal().changeRecord(5, generation -> generation.put("duplicates", 3));
        Cli.Output output = run.resume("--quiet");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .matches(
                        "nas: generation 1 of this run was bred by another version of nas \\(the run began with commit"
                                + " \\w+\\); resume it with that one, or search anew with --reuse, which trains nothing twice\\R");
    }

    @Test
    void an_existing_run_is_not_begun_again_but_its_resume_command_is_named() throws IOException {
        assertThat(search("tiny"))
                .isEqualTo(refusal(run.path()
                        + ": there is a run here already; go on with it: nas resume tiny, or choose another --run"));
        Path blank = temporary.resolve("it's mine");
        Files.move(run.path(), blank);
        assertThat(search(blank.toString()))
                .isEqualTo(refusal(blank + ": there is a run here already; go on with it: nas resume '" + temporary
                        + "/it'\\''s mine', or choose another --run"));
        Path folder = Files.createDirectory(temporary.resolve("folder"));
        assertThat(search(folder.toString()))
                .isEqualTo(refusal(folder + ": there is something at this path already; choose another --run"));
    }

    private void assertRefused(String reason) {
        String journal = TinyRun.read(run.file("journal.jsonl"));
        assertThat(run.resume()).isEqualTo(refusal(reason));
        assertThat(run.file("journal.jsonl")).hasContent(journal);
        assertThat(run.file("result.json")).doesNotExist();
    }

    private String journalAt(int line) {
        return run.file("journal.jsonl") + ":" + line + ":1: ";
    }

    private Cli.Output search(String name) {
        return run.command("search", run.space().toString(), "--run", name);
    }

    private static Cli.Output refusal(String reason) {
        return new Cli.Output(2, "", "nas: " + reason + "\n");
    }
}
