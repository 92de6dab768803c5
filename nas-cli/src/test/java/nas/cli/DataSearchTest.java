package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches on a table alone, without a search space. */
class DataSearchTest {
    @TempDir
    private Path temporary;

    private Path table = Path.of("unset");
    private Cli cli = new Cli(Path.of("unset"));

    @BeforeEach
    void write_table() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i * 37 % 61)
                    .append(',')
                    .append(i * 7 % 11)
                    .append(",k")
                    .append(i / 20)
                    .append('\n');
        }
        table = Files.writeString(temporary.resolve("my rows.csv"), rows);
        cli = new Cli(temporary.resolve("runs"));
    }

    @Test
    void a_table_is_searched_and_gone_on_with() throws IOException {
        Cli.Output search = run("search", table.toString(), "--target", "kind", "--quiet", "--generations", "1");
        assertThat(search.exitCode()).as(search.err()).isZero();
        assertThat(search.out()).startsWith("Run my-rows-1: complete in ");
        assertThat(TinyRun.json(settings()).at("/data/source").textValue()).isEqualTo(table.toString());
        assertThat(TinyRun.json(settings()).at("/data/target").textValue()).isEqualTo("kind");
        Cli.Output resumed = run("resume", "my-rows-1", "--generations", "2");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).doesNotContain("has changed since");
        assertThat(resumed.out()).contains("genomes in 2 generations");
    }

    @Test
    void a_printed_space_gives_the_same_run() throws IOException {
        Cli.Output space = run("space", "init", table.toString(), "--target", "kind");
        assertThat(space.exitCode()).as(space.err()).isZero();
        assertThat(space.err()).isEmpty();
        Path file = Files.writeString(temporary.resolve("other.yaml"), space.out());
        assertThat(run("search", table.toString(), "--target", "kind", "--quiet", "--generations", "1")
                        .exitCode())
                .isZero();
        assertThat(run("search", file.toString(), "--quiet", "--generations", "1")
                        .out())
                .startsWith("Run my-rows-2: ");
        Path runs = temporary.resolve("runs");
        assertThat(runs.resolve("my-rows-2/settings.json"))
                .hasSameTextualContentAs(runs.resolve("my-rows-1/settings.json"));
    }

    @Test
    void built_in_data_need_no_target() {
        Cli.Output space = run("space", "init", "iris");
        assertThat(space.exitCode()).as(space.err()).isZero();
        assertThat(space.out())
                .contains("  source: iris ", "  # What is predicted belongs to the data: 3 classes: 0, 1, 2\n");
        Cli.Output search = run("search", "iris", "--quiet", "--generations", "1", "--population", "2");
        assertThat(search.out()).startsWith("Run iris-1: complete in ");
    }

    @Test
    void a_target_on_the_command_line_replaces_that_of_the_file() throws IOException {
        Path space = Files.writeString(temporary.resolve("x.yaml"), """
                data: {source: my rows.csv, target: a, columns: {kind: ignore}}
                training: {batch_size: 16}
                search: {population: 2, generations: 1}
                """);
        Cli.Output search = run("search", space.toString(), "--target", "b", "--json", "--quiet");
        assertThat(search.exitCode()).as(search.err()).isZero();
        assertThat(TinyRun.json(search.out()).at("/data/task").textValue()).isEqualTo("classification");
    }

    @Test
    void a_target_must_be_named_and_known() {
        assertRefused(
                "nas: --target must name the column to predict, one of a, b, kind; the last one is 'kind'",
                "search",
                table.toString());
        assertRefused(
                "nas: --target must name the column to predict, one of a, b, kind; the last one is 'kind'",
                "space",
                "init",
                table.toString());
        assertRefused(
                "nas: --target: data.target must be a name, but was the text \"\"",
                "search",
                table.toString(),
                "--target",
                "");
        assertThat(run("search", table.toString(), "--target", "knid").err())
                .startsWith("nas: --target: data.target must be a column of ")
                .endsWith(", but was 'knid'; did you mean 'kind'?" + System.lineSeparator())
                .hasLineCount(1);
        assertThat(run("search", table.toString(), "--target", "-4").err())
                .startsWith("nas: --target: data.target must be ")
                .contains("but was '-4'")
                .hasLineCount(1);
        assertThat(temporary.resolve("runs")).doesNotExist();
    }

    @Test
    void data_must_be_there() throws IOException {
        assertRefused(
                "nas: nothing.csv: there is no such file, and no built-in data of that name (fashion-mnist, friedman1, iris, mnist, moons, spirals, xor)",
                "search",
                "nothing.csv",
                "--target",
                "x");
        assertRefused("nas: a search space or data must be named, but the name is empty", "search", "");
        assertRefused("nas: a search space or data must be named, but the name is empty", "space", "init", "");
        Path yaml = Files.writeString(temporary.resolve("x.yaml"), "data: {source: iris}\n");
        assertRefused(
                "nas: " + yaml + ": must be data, but looks like a search space", "space", "init", yaml.toString());
        Path named = Files.copy(table, temporary.resolve("rows.yaml"));
        assertRefused(
                "nas: " + named + ": must be a search space in YAML, but looks like a table;"
                        + " give it a name that ends in .csv",
                "search",
                named.toString());
    }

    private void assertRefused(String message, String... arguments) {
        Cli.Output output = run(arguments);
        assertThat(output.err()).isEqualTo(message + System.lineSeparator());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
    }

    private String settings() {
        return TinyRun.read(temporary.resolve("runs/my-rows-1/settings.json"));
    }

    private Cli.Output run(String... arguments) {
        return cli.run(arguments);
    }
}
