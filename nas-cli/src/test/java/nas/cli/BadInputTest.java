package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: exit code 2, one line that says what, where and what is allowed, and no run folder. */
class BadInputTest {
    private static final String SPACE = """
            data:
              source: data.csv
              target: y
            space:
              layers: [0, 1]
              units: [2]
            search: {population: 2, generations: 1, rungs: {epochs: [1]}}
            finalists: {epochs: 1}
            """;

    @TempDir
    Path temporary;

    @BeforeEach
    void write_data() throws IOException {
        StringBuilder rows = new StringBuilder("a,y\n");
        for (int row = 0; row < 30; row++) {
            rows.append(row * 7 % 31)
                    .append(',')
                    .append(row % 2 == 0 ? "even" : "odd")
                    .append('\n');
        }
        Files.writeString(temporary.resolve("data.csv"), rows);
    }

    @Test
    void a_missing_file() {
        Path missing = temporary.resolve("missing.yaml");
        assertRefused(search(missing), "nas: " + missing + ": there is no such file");
    }

    @Test
    void an_unknown_key() throws IOException {
        assertRefused(search(space(SPACE.replace("layers:", "laeyrs:"))), "space.yaml:5:3: ", "did you mean 'layers'?");
    }

    @Test
    void a_wrong_type_and_an_option_of_a_wrong_type() throws IOException {
        assertRefused(search(space(SPACE.replace("population: 2", "population: many"))), "space.yaml:7:22: ");
        assertRefused(
                cli().run("search", space(SPACE).toString(), "--population", "1"),
                "nas: --population: search.population must be >= 2, but was 1");
    }

    @Test
    void all_errors_of_a_space_at_once() throws IOException {
        assertThat(search(space(SPACE.replace("layers:", "laeyrs:").replace("population: 2", "population: many")))
                        .err()
                        .lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("nas: ").contains("space.yaml:5:3: "),
                        line -> assertThat(line).startsWith("nas: ").contains("space.yaml:7:22: "));
    }

    @Test
    void a_set_key_is_checked_as_one_of_the_file() throws IOException {
        assertSetRefused(
                "nas: --set training.optimizer: training.optimizer must be one of sgd, nesterov, adam, nadam, rmsprop,"
                        + " adamax, but was sdg; did you mean 'sgd'?",
                "training.optimizer=sdg");
        assertSetRefused("nas: --set space.unit: unknown key space.unit ", "space.unit=3");
        assertSetRefused("nas: --set space.units: not valid YAML: ", "space.units=[1, 2");
    }

    @Test
    void a_setting_needs_a_key_and_a_value() throws IOException {
        for (String setting :
                new String[] {"training.optimizer", "=sgd", "training.optimizer=", "training..l1=3", "="}) {
            assertSetRefused(
                    "nas: --set must be KEY=VALUE such as training.optimizer=sgd, but was '" + setting + "'", setting);
        }
    }

    @Test
    void a_key_is_said_once() throws IOException {
        assertSetRefused(
                "nas: --set search.seed: search.seed must be said once, but --seed says it too; leave one of them out",
                "search.seed=3",
                "--seed",
                "4");
        assertSetRefused(
                "nas: --set space.units.max: space.units.max must be said once, but --set space.units says it too;",
                "space.units=3",
                "--set",
                "space.units.max=4");
        assertSetRefused(
                "nas: --set data: data must be said once, but --data says it too;",
                "data={source: iris}",
                "--data",
                "x.csv");
    }

    private void assertSetRefused(String message, String setting, String... more) throws IOException {
        String[] first = {"search", space(SPACE).toString(), "--set", setting};
        String[] all = Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
        assertRefused(cli().run(all), message);
    }

    @Test
    void an_empty_range() throws IOException {
        assertRefused(search(space(SPACE.replace("[2]", "{min: 8, max: 4}"))), "space.yaml:6:");
    }

    @Test
    void an_unknown_target_column() throws IOException {
        assertRefused(
                search(space(SPACE.replace("target: y", "target: z"))),
                "space.yaml:3:11: data.target must be a column of ",
                "data.csv (a, y), but was 'z'");
    }

    @Test
    void a_ragged_row_and_text_in_a_numeric_column() throws IOException {
        Files.writeString(temporary.resolve("data.csv"), "a,y\n1,x\n2\n3,z\n");
        assertRefused(search(space(SPACE)), "data.csv:3:");
        Files.writeString(temporary.resolve("data.csv"), "a,y\n1,x\n2,x\nthree,z\n");
        assertRefused(search(space(SPACE)), "data.csv:4:1: ", "'three'");
    }

    @Test
    void fewer_rows_than_classes() throws IOException {
        Files.writeString(temporary.resolve("data.csv"), "a,y\n1,x\n2,z\n3,w\n");
        assertRefused(search(space(SPACE)), "space.yaml:1:1: data.split ");
    }

    @Test
    void images_with_a_bad_magic_number() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("images"));
        Files.write(folder.resolve("train-images-idx3-ubyte"), new byte[] {0, 0, 8, 9, 0, 0, 0, 1});
        Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 0});
        Path space = space(SPACE.replace("  target: y\n", ""));
        assertRefused(cli().run("search", space.toString(), "--data", folder.toString()), "train-images-idx3-ubyte");
    }

    @Test
    void a_parameter_limit_below_the_smallest_network() throws IOException {
        assertRefused(
                cli().run("search", space(SPACE).toString(), "--max-params", "3"),
                "nas: --max-params: objective.max_params must be >= 4, the parameters of the smallest network of the space, but was 3");
    }

    @Test
    void an_engine_that_does_not_cover_the_space() throws IOException {
        Path space = space(SPACE.replace("units: [2]", "units: [2]\n  activation: [relu, rrelu]"));
        assertRefused(
                cli().run("search", space.toString(), "--engine", "blas"),
                "space.yaml:7:15: space.activation has rrelu, which --engine blas does not cover; choose auto or dl4j");
    }

    @Test
    void a_run_that_does_not_exist() {
        assertRefused(cli().run("show", "nothing"), "nas: no run 'nothing' in ");
    }

    @Test
    void a_run_name_that_cannot_be_made() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        assertRefused(
                cli().run(
                                "search",
                                space(SPACE).toString(),
                                "--quiet",
                                "--run",
                                file.resolve("run").toString()),
                "cannot make the run's folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ".hidden", "-x", "a b", "a\u001b[31mb", "a\nb"})
    void a_run_name_that_is_none(String name) throws IOException {
        assertRefused(
                cli().run("search", space(SPACE).toString(), "--run=" + name),
                "nas: --run must be a path, or a name of at most 100 letters, digits, '-', '_' and '.'"
                        + " that begins with a letter or digit, but was '");
    }

    private void assertRefused(Cli.Output output, String... fragments) {
        assertThat(output.err()).contains(fragments).hasLineCount(1).doesNotContain("\tat ");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.out()).isEmpty();
        assertThat(temporary.resolve("runs")).doesNotExist();
    }

    private Cli.Output search(Path space) {
        return cli().run("search", space.toString());
    }

    private Path space(String text) throws IOException {
        return Files.writeString(temporary.resolve("space.yaml"), text);
    }

    private Cli cli() {
        return new Cli(temporary.resolve("runs"));
    }
}
