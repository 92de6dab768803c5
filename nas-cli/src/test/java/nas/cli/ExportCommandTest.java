package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;

    @BeforeAll
    static void search() {
        run = TinyRun.in(home).search();
    }

    @ParameterizedTest
    @CsvSource({
        "dl4j, winner.zip, ' parameters read again, equal to the network''s'",
        "onnx, winner.onnx, ' tensors read again, equal to the network''s'",
        "java, Winner.java, ' compiled and run on 256 made-up rows; largest difference '",
        "pytorch, winner.py, ' arrays read again, equal to the network''s bit by bit'"
    })
    void every_format_is_written_and_checked(String format, String file, String told) throws IOException {
        Path folder = Files.createDirectory(home.resolve(format));
        Cli.Output output = run.command(
                "export",
                "tiny",
                "--format",
                format,
                "--output",
                folder.resolve(file).toString());
        assertThat(output.err()).isEmpty();
        assertThat(output.exitCode()).isZero();
        assertThat(output.out().replaceAll("\\s+", " ")).contains(told);
        assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(folder.resolve(file)).isNotEmptyFile();
        assertThat(names(folder)).isEqualTo(format.equals("pytorch") ? List.of("winner.npz", file) : List.of(file));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--format onx --output w.onnx      | nas: Invalid value for option '--format': must be one of dl4j, onnx, java, pytorch, but was 'onx'; did you mean 'onnx'?; see 'nas export --help'",
                "--format onnx                     | nas: Missing required option: '--output=PATH'; see 'nas export --help'",
                "--format onnx --output no/w.onnx  | nas: --output must lie in a folder that exists, but was no/w.onnx",
                "--format dl4j --output .          | nas: --output must name a file, but . is a folder",
                "--format java --output w-1.java   | nas: --output must name a Java class such as Winner.java, but was 'w-1.java'",
                "--format pytorch --output w.pt    | nas: --output must name a Python file such as winner.py, but was w.pt"
            })
    void what_cannot_be_written_is_refused_in_one_line(String options, String message) {
        Cli.Output output = run.command(("export tiny " + options).split(" +"));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err()).isEqualTo(message + System.lineSeparator());
    }

    @Test
    void winner_that_learnt_other_data_is_refused() throws IOException {
        TinyRun elsewhere = run.named("elsewhere").search("--set", "data.split.seed=2");
        TinyRun mixed = run.named("mixed").search();
        Files.copy(elsewhere.file("winner.zip"), mixed.file("winner.zip"), StandardCopyOption.REPLACE_EXISTING);
        Cli.Output output = mixed.command(
                "export",
                "mixed",
                "--format",
                "onnx",
                "--output",
                home.resolve("m.onnx").toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .isEqualTo("nas: " + mixed.file("winner.zip")
                        + ": must be the winner of this run, but learnt other data, 'rows.csv'"
                        + System.lineSeparator());
    }

    @Test
    void damaged_bundle_is_told() throws IOException {
        TinyRun damaged = run.named("damaged").search();
        Files.write(damaged.file("winner.zip"), new byte[] {'P', 'K', 3, 4, 5});
        Cli.Output output = damaged.command(
                "export",
                "damaged",
                "--format",
                "onnx",
                "--output",
                home.resolve("d.onnx").toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .startsWith("nas: " + damaged.file("winner.zip") + ": must be a whole zip file, but is not: ");
        assertThat(home.resolve("d.onnx")).doesNotExist();
    }
}
