package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictCommandTest {
    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;

    @BeforeAll
    static void search() {
        run = TinyRun.in(home).search();
    }

    @Test
    void rows_go_to_standard_output() {
        List<String> rows = TinyRun.read(run.data()).lines().toList();
        Cli.Output output = run.command("predict", "tiny", "--input", run.data().toString());
        assertThat(output.err()).isEmpty();
        assertThat(output.exitCode()).isZero();
        List<String> lines = output.out().lines().toList();
        assertThat(lines).hasSameSizeAs(rows);
        assertThat(lines.get(0)).startsWith(rows.get(0) + ",prediction,probability_");
        for (int i = 1; i < rows.size(); i++) {
            assertThat(lines.get(i)).startsWith(rows.get(i) + ",kind");
        }
    }

    @Test
    void rows_go_to_a_file_that_is_named() {
        Path output = home.resolve("out.csv");
        Cli.Output told =
                run.command("predict", "tiny", "--input", run.data().toString(), "--output", output.toString());
        int rows = (int) TinyRun.read(run.data()).lines().count() - 1;
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).isEqualTo("nas: " + rows + " rows predicted, in " + output + System.lineSeparator());
        assertThat(TinyRun.read(output))
                .isEqualTo(run.command("predict", "tiny", "--input", run.data().toString())
                        .out());
        assertThat(home.resolve("out.csv.nas-part")).doesNotExist();
    }

    @Test
    void rows_may_come_from_standard_input() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("b,extra,a\n1,x,2\n".getBytes(StandardCharsets.UTF_8)));
            Cli.Output output = run.command("predict", "tiny", "--input", "-", "--output", "-");
            assertThat(output.err()).isEmpty();
            assertThat(output.out().lines().skip(1).toList())
                    .singleElement()
                    .asString()
                    .startsWith("1,x,2,kind");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void rows_may_come_from_a_pipe() throws IOException, InterruptedException {
        Path pipe = home.resolve("pipe");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there are no named pipes here");
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> TinyRun.write(pipe, "a,b\n1,2\n3,4\n"));
        Cli.Output output = run.command("predict", "tiny", "--input", pipe.toString());
        written.join();
        assertThat(output.err()).isEmpty();
        assertThat(output.out().lines()).hasSize(3);
    }

    @Test
    void what_was_predicted_before_an_error_is_kept_beside_the_output() throws IOException {
        Path input = Files.writeString(home.resolve("bad.csv"), "a,b\n1,2\n3,four\n");
        Path output = home.resolve("kept.csv");
        Cli.Output told = run.command("predict", "tiny", "--input", input.toString(), "--output", output.toString());
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .isEqualTo("nas: " + input + ":3:2: b must be a finite number, but was 'four'; the row before it is in "
                        + output + ".nas-part" + System.lineSeparator());
        assertThat(output).doesNotExist();
        assertThat(TinyRun.read(home.resolve("kept.csv.nas-part")).lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "predict nosuch --input rows.csv          | nas: no run 'nosuch' in ",
                "predict tiny                             | nas: Missing required option: '--input=FILE'; see 'nas predict --help'",
                "predict tiny --input nothere.csv         | nas: nothere.csv cannot be read: it does not exist",
                "predict tiny --input . --output x.csv    | nas: . cannot be read: it is a folder",
                "predict tiny --input x.csv --output .    | nas: --output must name a file, but . is a folder",
                "predict tiny --input x.csv --output no/x | nas: --output must lie in a folder that exists, but was no/x",
            })
    void bad_input_is_refused_in_one_line(String arguments, String message) {
        Cli.Output output = run.command(arguments.split(" +"));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().lines()).hasSize(1);
        assertThat(output.err()).startsWith(message);
        assertThat(Path.of("x.csv.nas-part")).doesNotExist();
    }

    @Test
    void rows_go_to_a_device_as_it_is() {
        Cli.Output output = run.command("predict", "tiny", "--input", run.data().toString(), "--output", "/dev/null");
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void columns_that_are_lacking_are_named() throws IOException {
        Path input = Files.writeString(home.resolve("lacking.csv"), "A,kind\n1,kind0\n");
        Cli.Output output = run.command("predict", "tiny", "--input", input.toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .isEqualTo("nas: " + input + ":1:1: table must have the columns of the training rows, but lacks a, b;"
                        + " did you mean 'A'?" + System.lineSeparator());
        Path empty = Files.writeString(home.resolve("empty.csv"), "");
        assertThat(run.command("predict", "tiny", "--input", empty.toString()).err())
                .isEqualTo("nas: " + empty + ":1:1: table must have rows, but is empty" + System.lineSeparator());
    }

    @Test
    void run_without_a_winner_is_told_how_to_get_one() {
        TinyRun begun = run.named("begun").search().cutTo(9);
        Cli.Output output =
                begun.command("predict", "begun", "--input", run.data().toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("nas: " + begun.file("winner.zip") + ": there is no such file; nas resume goes on with ");
    }
}
