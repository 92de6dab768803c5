package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own, with the class path that the launcher gives it. */
class MainTest {
    private static final String SPACE = """
            data: {source: iris, split: {validation: 20%, test: 20%}}
            space: {layers: [0, 1], units: [4]}
            search: {population: 2, generations: 1, rungs: {epochs: [2]}}
            finalists: {epochs: 2}
            """;

    @TempDir
    Path temporary;

    @Test
    void a_search_prints_progress_and_nothing_else_on_standard_error() throws Exception {
        Path space = Files.writeString(temporary.resolve("space.yaml"), SPACE);
        Cli.Output output = run(
                List.of(),
                "search",
                space.toString(),
                "--run",
                temporary.resolve("run").toString());
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.err().lines())
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches("(generation|finalists|smaller neighbours|final training)\\b.*"));
        assertThat(output.err().lines().findFirst())
                .get()
                .asString()
                .matches(
                        "generation 1/1, 2 trials, 4 epochs, so far \\d+ parameters, loss [0-9.]+, accuracy [0-9.]+ %, "
                                + "(\\d+|under 1) s left");
        assertThat(output.out()).startsWith("Run run: complete in ");
        assertThat(temporary.resolve("run/nas.log")).content().contains("generation 1: 2 bred, 0 known");
    }

    @Test
    void bad_input_is_one_line_and_exit_code_2() throws Exception {
        Cli.Output output = run(List.of(), "search", "missing.yaml");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).isEqualTo("nas: missing.yaml: there is no such file" + System.lineSeparator());
        assertThat(output.out()).isEmpty();
    }

    /** JavaCPP refuses to allocate once the process is larger than its limit; the large network takes 1 GB. */
    @Test
    void a_network_that_does_not_fit_into_memory_fails_and_the_search_goes_on() throws Exception {
        Path space = Files.writeString(
                temporary.resolve("space.yaml"), SPACE.replace("[0, 1], units: [4]", "2, units: [4, 8000]"));
        Path run = temporary.resolve("run");
        Cli.Output output = run(
                List.of("-Xmx256m", "-Dorg.bytedeco.javacpp.maxphysicalbytes=900m"),
                "search",
                space.toString(),
                "--workers",
                "1",
                "--run",
                run.toString());
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(output.out()).startsWith("Run run: complete in ").contains(", 1 failed");
        assertThat(run.resolve("journal.jsonl")).content().contains("\"failure\":\"out of memory\"");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("space.yaml", "run", "out", "err");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "serach", "runs", "data list"})
    void short_commands_never_touch_nd4j_or_the_http_client(String command) throws Exception {
        Cli.Output output =
                run(List.of("-Xlog:class+load:file=" + temporary.resolve("classes.log")), command.split(" "));
        assertThat(output.exitCode()).isEqualTo(command.equals("serach") ? 2 : 0);
        assertThat(temporary.resolve("classes.log"))
                .content()
                .contains("nas.cli.Main")
                .doesNotContain("org.nd4j", "org.deeplearning4j", "org.bytedeco")
                .doesNotContain("java.net.http", "me.tongfei");
    }

    private Cli.Output run(List<String> options, String... arguments) {
        return new ChildNas(temporary).with(options.toArray(String[]::new)).run(arguments);
    }
}
