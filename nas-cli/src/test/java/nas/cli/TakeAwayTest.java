package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winners of short searches on real data, taken away in every way. */
@Tag("data")
class TakeAwayTest {
    private static final List<List<String>> FORMATS = List.of(
            List.of("dl4j", "winner.zip"),
            List.of("onnx", "winner.onnx"),
            List.of("java", "Winner.java"),
            List.of("pytorch", "winner.py"));

    private static final List<String> SHORT = List.of(
            "--quiet",
            "--population",
            "3",
            "--generations",
            "1",
            "--set",
            "finalists={count: 2, blocks: 2, epochs: 3}",
            "--set",
            "search.rungs={epochs: [1]}");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "iris.yaml, '', iris/iris.csv, auto, 150",
        "california-housing.yaml, california_housing/housing.csv, california_housing/housing.csv, auto, 20640",
        "adult.yaml, adult, adult/adult-test.csv, auto, 16281",
        "fashion-mnist.yaml, fashion-mnist, fashion-mnist/t10k-images-idx3-ubyte.gz, 400, 10000"
    })
    void winner_predicts_is_exported_and_reproduced(
            String space, String data, String rows, String validation, int count) throws IOException {
        String folder = System.getenv("NAS_TEST_DATA");
        assumeTrue(folder != null, "NAS_TEST_DATA is not set");
        Cli cli = new Cli(home.resolve("runs"));
        List<String> moved = data.isEmpty() ? List.of() : List.of("--data", folder + "/" + data);
        Path spaces = Path.of("..", "search-spaces").resolve(space);
        check(
                cli,
                with(
                        with(
                                List.of(
                                        "search",
                                        spaces.toString(),
                                        "--run",
                                        "short",
                                        "--set",
                                        "data.rows=2000",
                                        "--set",
                                        "data.split.validation=" + validation),
                                moved),
                        SHORT));
        Path predicted = home.resolve("predicted.csv");
        check(cli, List.of("predict", "short", "--input", folder + "/" + rows, "--output", predicted.toString()));
        assertThat(Files.readAllLines(predicted)).hasSize(count + 1);
        for (List<String> format : FORMATS) {
            Path file = home.resolve(format.get(1));
            check(cli, List.of("export", "short", "--format", format.get(0), "--output", file.toString()));
            assertThat(file).isNotEmptyFile();
        }
        assertThat(check(cli, with(List.of("reproduce", "short"), moved))).startsWith("Identical: ");
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return ImmutableList.copyOf(all);
    }

    private static String check(Cli cli, List<String> arguments) {
        Cli.Output output = cli.run(arguments.toArray(String[]::new));
        assertThat(output.exitCode()).as(output.err()).isZero();
        return output.out();
    }
}
