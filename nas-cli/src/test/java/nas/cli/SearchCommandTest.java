package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches with real trainings on iris. */
class SearchCommandTest {
    private static final String SPACE = """
            name: tiny
            data:
              source: iris
              split: {validation: 20%, test: 20%, seed: 1}
            space:
              layers: {min: 0, max: 1}
              units: [4, 8]
              activation: [relu, tanh]
              dropout: [0, 0.1]
            training:
              learning_rate: 0.03
              batch_size: 16
            search: {population: 3, generations: 2, seed: 42, rungs: {epochs: [12]}}
            finalists: {epochs: 12}
            """;

    @TempDir
    Path temporary;

    private Path space = Path.of("unset");
    private Cli cli = new Cli(Path.of("unset"));

    @BeforeEach
    void write_space() throws IOException {
        space = Files.writeString(temporary.resolve("tiny.yaml"), SPACE);
        cli = new Cli(temporary.resolve("runs"));
    }

    @Test
    void a_search_ends_with_a_winner_that_predicts_and_a_folder_that_says_all() throws IOException {
        Cli.Output output = cli.run("search", space.toString(), "--json");
        assertThat(output.exitCode()).as(output.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(output.out());
        assertThat(result.get("run").textValue()).isEqualTo("tiny-1");
        assertThat(result.get("state").textValue()).isEqualTo("complete");
        assertThat(result.get("winner").get("test").get("accuracy").doubleValue())
                .isGreaterThan(0.8);
        assertThat(result.get("winner").get("test").get("seeds").intValue()).isEqualTo(5);
        assertThat(result.get("data").get("rows").toString()).isEqualTo("{\"train\":90,\"validation\":30,\"test\":30}");
        Path run = temporary.resolve("runs/tiny-1");
        assertThat(names(run))
                .containsExactly(
                        "journal.jsonl",
                        "lock",
                        "nas.log",
                        "report.html",
                        "result.json",
                        "settings.json",
                        "sidecars",
                        "trials.csv",
                        "winner.zip");
        assertThat(run.resolve("result.json")).hasContent(output.out());
        assertThat(output.err().lines())
                .filteredOn(line -> line.startsWith("generation "))
                .hasSize(2);
        assertThat(output.err().lines())
                .last()
                .asString()
                .startsWith("final training ended, ")
                .doesNotContain("\u001b", "\r");
    }

    @Test
    void one_worker_and_two_find_the_same() throws IOException {
        ObjectNode one = search("--workers", "1");
        ObjectNode two = search("--workers", "2");
        for (String varying : List.of("run", "path", "seconds")) {
            one.remove(varying);
            two.remove(varying);
        }
        assertThat(two).isEqualTo(one);
        assertThat(trials("tiny-2")).containsExactlyInAnyOrderElementsOf(trials("tiny-1"));
        assertThat(coefficients("tiny-2")).isEqualTo(coefficients("tiny-1"));
    }

    /** With rates that were measured, too: the settings hold them. */
    @Test
    void the_settings_of_a_run_are_a_space_that_gives_the_same_run() throws IOException {
        String open = "learning_rate: auto\n  optimizer: [adam, nesterov]\n  momentum: [0.8, 0.9]";
        Files.writeString(space, SPACE.replace("learning_rate: 0.03", open));
        ObjectNode one = search();
        space = temporary.resolve("runs/tiny-1/settings.json");
        ObjectNode again = search();
        for (String varying : List.of("run", "path", "seconds")) {
            one.remove(varying);
            again.remove(varying);
        }
        assertThat(again).isEqualTo(one);
        assertThat(trials("tiny-2")).containsExactlyInAnyOrderElementsOf(trials("tiny-1"));
        assertThat(temporary.resolve("runs/tiny-1/journal.jsonl")).content().contains("\"rangeTests\":[{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blas", "dl4j"})
    void with_each_engine_one_worker_and_two_find_the_same(String engine) throws IOException {
        ObjectNode one = search("--engine", engine, "--workers", "1");
        ObjectNode two = search("--engine", engine, "--workers", "2");
        assertThat(one.get("engine").textValue()).isEqualTo(engine);
        assertThat(two.get("winner")).isEqualTo(one.get("winner"));
        assertThat(one.get("winner").get("validation").get("accuracy").doubleValue())
                .isGreaterThan(0.8);
        assertThat(trials("tiny-2")).containsExactlyInAnyOrderElementsOf(trials("tiny-1"));
        assertThat(trials("tiny-1")).allSatisfy(trial -> assertThat(trial).contains("\"engine\":\"" + engine + "\""));
    }

    @Test
    void a_space_of_which_one_engine_covers_a_part_is_searched_with_both() throws IOException {
        Files.writeString(space, SPACE.replace("[relu, tanh]", "[rrelu]"));
        ObjectNode result = search("--generations", "1");
        assertThat(result.get("engine").textValue()).isEqualTo("auto");
        assertThat(result.get("counts").get("failed").intValue()).isZero();
        assertThat(trials("tiny-1"))
                .anySatisfy(trial -> assertThat(trial).contains("\"rrelu\"", "\"engine\":\"dl4j\""))
                .anySatisfy(trial -> assertThat(trial).contains("\"layers\":[]", "\"engine\":\"blas\""));
    }

    @Test
    void settings_lie_in_the_folder_and_run_again() {
        assertThat(cli.run("search", space.toString(), "--seed", "7", "--quiet").exitCode())
                .isZero();
        Path settings = temporary.resolve("runs/tiny-1/settings.json");
        assertThat(settings).content().contains("\"seed\": 7");
        Cli.Output again = cli.run("search", settings.toString(), "--quiet", "--run", "again");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("Run again: complete in ");
    }

    @Test
    void show_and_runs_read_what_search_wrote() throws IOException {
        Cli.Output search = cli.run("search", space.toString(), "--quiet");
        assertThat(search.err()).isEmpty();
        assertThat(search.out())
                .startsWith("Run tiny-1: complete in ")
                .contains(
                        "Winner: ",
                        "  validation  accuracy ",
                        "  test        accuracy ",
                        "  rule        smallest within")
                .contains("Pareto front");
        Cli.Output show = cli.run("show", "tiny-1", "--top", "0");
        assertThat(show.out()).startsWith(search.out()).contains("Which choice matters", "Where the winner came from");
        assertThat(show.out().lines()).allMatch(line -> line.length() <= 80 || line.contains(temporary.toString()));
        assertThat(cli.run("show", "tiny-1", "--top", "2").out()).contains("Best 2 by the objective");
        assertThat(cli.run("show", temporary.resolve("runs/tiny-1").toString(), "--json")
                        .out())
                .isEqualTo(Files.readString(temporary.resolve("runs/tiny-1/result.json")));
        assertThat(cli.run("runs").out())
                .containsPattern("RUN +STATE +DATA +PARAMETERS +VALIDATION +AGE")
                .containsPattern("tiny-1 +complete +iris +\\d+ +accuracy [0-9.]+ % +(\\d+|under 1) s");
        JsonNode runs = new ObjectMapper().readTree(cli.run("runs", "--json").out());
        assertThat(runs.get("runs")).hasSize(1);
    }

    @Test
    void a_parameter_limit_holds_and_options_win_over_the_file() throws IOException {
        ObjectNode result = search("--max-params", "36", "--population", "2", "--generations", "1");
        assertThat(result.get("pareto"))
                .isNotEmpty()
                .allSatisfy(member ->
                        assertThat(member.get("parameters").intValue()).isLessThanOrEqualTo(36));
        assertThat(result.get("counts").get("genomes").intValue()).isEqualTo(2);
    }

    @Test
    void a_time_limit_ends_a_search_that_nothing_else_would_end() throws IOException {
        Files.writeString(space, SPACE.replace("population: 3", "population: 3, stagnation: 1000000"));
        ObjectNode result = search("--time-limit", "1s", "--generations", "1000000");
        assertThat(result.get("state").textValue()).isEqualTo("complete");
        assertThat(result.get("counts").get("genomes").intValue()).isLessThan(1_000);
    }

    @Test
    void every_trial_that_fails_is_a_failed_run_and_one_line() throws IOException {
        Files.writeString(space, SPACE.replace("learning_rate: 0.03", "learning_rate: 1e38"));
        Cli.Output output = cli.run("search", space.toString(), "--quiet", "--json");
        assertThat(output.exitCode()).isEqualTo(1);
        assertThat(output.err())
                .startsWith("nas: every trial failed: loss is not finite")
                .hasLineCount(1);
        assertThat(new ObjectMapper().readTree(output.out()).get("winner").isNull())
                .isTrue();
        assertThat(cli.run("show", "tiny-1").out()).startsWith("Run tiny-1: failed in ");
    }

    @Test
    void a_run_is_never_written_over() {
        assertThat(cli.run("search", space.toString(), "--quiet", "--run", "mine")
                        .exitCode())
                .isZero();
        Cli.Output second = cli.run("search", space.toString(), "--quiet", "--run", "mine");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err())
                .isEqualTo("nas: " + temporary.resolve("runs/mine")
                        + ": there is a run here already; go on with it: nas resume mine, or choose another --run"
                        + System.lineSeparator());
    }

    private ObjectNode search(String... options) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("search", space.toString(), "--json", "--quiet"), Stream.of(options))
                .toArray(String[]::new);
        Cli.Output output = cli.run(arguments);
        assertThat(output.exitCode()).as(output.err()).isZero();
        return (ObjectNode) new ObjectMapper().readTree(output.out());
    }

    /** The trial records without sequence number, worker, times and checksum. */
    private List<String> trials(String run) throws IOException {
        return Files.readAllLines(temporary.resolve("runs").resolve(run).resolve("journal.jsonl")).stream()
                .filter(line -> line.contains("\"type\":\"trial\""))
                .map(line -> line.replaceAll(
                        "\"(sequence|elapsed|seconds)\":[0-9.E-]+|\"(worker|checksum)\":\"[^\"]+\"", ""))
                .toList();
    }

    private byte[] coefficients(String run) throws IOException {
        Path zip = temporary.resolve("runs").resolve(run).resolve("winner.zip");
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("coefficients.bin"))) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
