package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and comparisons of runs with real trainings. */
class ReportCommandTest {
    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;

    @BeforeAll
    static void search() {
        run = TinyRun.in(home).search();
        run.named("other").search("--seed", "7");
    }

    @Test
    void a_search_leaves_a_report_and_a_table_and_the_command_makes_the_same_anew() {
        String page = TinyRun.read(run.file("report.html"));
        String table = TinyRun.read(run.file("trials.csv"));
        assertThat(page).contains("<title>tiny - nas</title>", "\"test\":{\"rows\":24,\"classes\":[\"kind0\"");
        assertThat(table.lines()).hasSize(1 + run.result().at("/counts/trials").asInt());
        run.delete("report.html").delete("trials.csv");
        Cli.Output output = run.command("report", "tiny");
        assertThat(output.exitCode()).isZero();
        assertThat(output.out().lines())
                .containsExactly(
                        run.file("report.html").toString(),
                        run.file("trials.csv").toString());
        assertThat(TinyRun.read(run.file("report.html"))).isEqualTo(page);
        assertThat(TinyRun.read(run.file("trials.csv"))).isEqualTo(table);
    }

    @Test
    void other_runs_are_drawn_beside_it() {
        Cli.Output output = run.command("report", "tiny", "--beside", "other", "--beside", "other");
        assertThat(output.err()).isEmpty();
        assertThat(TinyRun.read(run.file("report.html")))
                .contains("\"progress\":[{\"run\":\"tiny\",\"points\"", "{\"run\":\"other\",\"points\"")
                .containsOnlyOnce("{\"run\":\"other\",\"points\"");
        run.command("report", "tiny");
        assertThat(run.command("report", "other", "--beside", "other").err())
                .isEqualTo("nas: --beside must name another run, but was other" + System.lineSeparator());
    }

    @Test
    void a_run_that_was_interrupted_has_a_report() {
        TinyRun begun = run.named("begun").search().cutTo(9);
        assertThat(begun.command("report", "begun").exitCode()).isZero();
        assertThat(TinyRun.read(begun.file("report.html"))).contains("\"state\":\"interrupted\"");
    }

    @Test
    void the_command_that_it_names_finds_the_same() {
        String page = TinyRun.read(run.file("report.html"));
        Path settings = run.file("settings.json");
        assertThat(page).contains("\"command\":\"nas search " + settings + "\"");
        Cli.Output again = run.command("search", settings.toString(), "--quiet", "--run", "again");
        assertThat(again.exitCode()).isZero();
        assertThat(run.named("again").digest()).isEqualTo(run.digest());
    }

    @Test
    void runs_are_compared_side_by_side() {
        Cli.Output output = run.command("compare", "tiny", "other");
        assertThat(output.exitCode()).isZero();
        assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(output.out())
                .contains("RUN  ", "HIDDEN LAYERS", "Best objective after so many epochs (lower is better")
                .contains("a tiny   b other   * several")
                .containsPattern("EPOCHS +tiny +other");
        Cli.Output json = run.command("compare", "tiny", "other", "--json");
        assertThat(TinyRun.json(json.out()).at("/comparable").asBoolean()).isTrue();
        assertThat(TinyRun.json(json.out()).at("/runs/1/progress")).isNotEmpty();
        assertThat(TinyRun.json(json.out()).at("/runs/0/result")).isEqualTo(run.result());
    }

    @Test
    void objectives_of_different_data_are_not_compared() {
        TinyRun elsewhere = run.named("elsewhere").search("--set", "data.split.seed=2");
        Cli.Output text = elsewhere.command("compare", "tiny", "elsewhere");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("Objectives cannot be compared: they are about different data, or divide them")
                .doesNotContain("EPOCHS");
        Cli.Output report = elsewhere.command("report", "tiny", "--beside", "elsewhere");
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).startsWith("nas: objectives of tiny, elsewhere cannot be compared: ");
    }

    @Test
    void a_single_run_or_an_unknown_one_is_refused_in_one_line() {
        assertThat(run.command("compare", "tiny").err())
                .isEqualTo("nas: two runs or more must be named, but was tiny" + System.lineSeparator());
        assertThat(run.command("compare", "tiny", "tiny").err())
                .isEqualTo("nas: two runs or more must be named, but was tiny each time" + System.lineSeparator());
        assertThat(run.command("compare", "tiny", "othr").err()).contains("no run 'othr'", "did you mean 'other'?");
        assertThat(run.command("report", "tny").exitCode()).isEqualTo(2);
    }

    /** The search is done; only what people look at is missing. */
    @Test
    void a_report_that_cannot_be_written_does_not_spoil_a_search() throws IOException {
        TinyRun blocked =
                run.named("blocked").search().cutTo(9).delete("report.html").delete("trials.csv");
        Files.createDirectories(blocked.file("trials.csv").resolve("in-the-way"));
        Cli.Output output = blocked.resume();
        assertThat(output.exitCode()).isZero();
        assertThat(output.out()).contains("Winner: ");
        assertThat(output.err()).contains("nas: the report could not be written: ");
    }
}
