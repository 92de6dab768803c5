package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceCheckCommandTest {
    @TempDir
    Path temporary;

    private TinyRun tiny = TinyRun.NONE;

    @BeforeEach
    void write_space() {
        tiny = TinyRun.in(temporary)
                .with("{min: 0, max: 2}, units: [3, 5, 8, 12]", "{min: 0, max: 1}, units: [3, 5, 8]")
                .with("{count: 3, blocks: 2, epochs: 4}", "{epochs: 4}");
    }

    @Test
    void text_says_what_a_search_would_meet() {
        Cli.Output output = check();
        assertThat(output.exitCode()).as(output.err()).isZero();
        assertThat(masked(output.out())).isEqualTo("""
                Search space tiny
                  data              rows.csv, 2 inputs, 3 classes
                  rows              72 train, 24 validate, 24 test
                  engine            blas

                Genomes
                  in the space      7
                  looked at         at most 7 (population 3, 4 generations)
                  trained for       4 epochs
                  finalists         at most 8, trained for 4 epochs up to 5 times

                Parameters of a network, of genomes drawn at random
                  smallest                        9
                  5 % are within                  9
                  25 % are within                 9
                  50 % are within                21
                  75 % are within                33
                  95 % are within                51
                  largest                        51

                Estimate, from short trainings on this machine just now
                """);
        assertThat(output.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void estimate_counts_the_trainings_and_the_workers() {
        assertThat(check("--workers", "3").out())
                .containsPattern("one training +.* s for the smallest network,\\R +.* s on average,")
                .containsPattern("whole search +about .* with 3 workers\\R +for about 42 to 88 trainings\\R");
    }

    @Test
    void rungs_are_told_with_the_shares_that_reach_them() {
        tiny.with("rungs: {epochs: [4]}", "rungs: {epochs: [1, 2, 4], keep: [1/2, 1/3]}");
        assertThat(check().out()).contains("""
                  trained for       1 epoch,
                                    then 50.0 % of these for 2,
                                    then 33.3 % of these for 4
                """);
        assertThat(check("--strategy", "random", "--json").out()).contains("\"strategy\" : \"random\"");
    }

    @Test
    void halving_is_told_as_one_network_at_a_time_and_ends_by_its_own_rule() {
        tiny.with("rungs: {epochs: [4]}", "rungs: {epochs: [1, 2, 4], keep: [1/2, 1/3]}")
                .with("stagnation: 9", "stagnation: 2, strategy: halving");
        String out = check().out();
        assertThat(out).contains("""
                  looked at         at most 4 (one at a time, 4 generations)
                  trained for       4 epochs
                """);
        assertThat(out)
                .containsPattern("trainings,\\R +fewer if no smaller network is good enough any more\\R")
                .doesNotContain("stands still");
    }

    @Test
    void a_grid_does_not_end_early_and_leaves_out_what_is_over_the_limit() {
        String out = check("--strategy", "grid", "--max-params", "40", "--set", "search.stagnation=2")
                .out();
        assertThat(out)
                .contains("over max_params   17.0 % of the genomes, which are left out")
                .containsPattern("trainings\\R")
                .doesNotContain("stands still");
        assertThat(check("--set", "search.stagnation=2").out())
                .contains("fewer if the front stands still for 2 generations");
    }

    @Test
    void json_says_the_same() {
        Cli.Output output = check("--json", "--max-params", "40");
        ObjectNode json = TinyRun.json(output.out());
        assertThat(json.deepCopy().without("estimate").toString().replaceAll("[0-9a-f]{64}", "#"))
                .isEqualTo(("{'space':'tiny','data':{'name':'rows.csv','task':'classification','inputs':2,'outputs':3,"
                                + "'folds':0,'fingerprint':'#','rows':{'train':72,'validation':24,'test':24}},"
                                + "'engine':'blas','dl4jShare':0.0,'genomes':'7','population':3,'generations':4,"
                                + "'lookedAt':7,'strategy':'evolution','rungs':{'epochs':[4],'keep':[]},"
                                + "'finalists':{'count':8,'blocks':5,'epochs':4},'parameters':{'smallest':9,'largest':51,'drawn':10000,"
                                + "'quantiles':{'5':9,'25':9,'50':21,'75':33,'95':51},'max':40,'shareOverMax':0.1699},"
                                + "'ineffective':[{'key':'space.units','what':'8',"
                                + "'why':'at least 51 parameters, over objective.max_params 40'}]}")
                        .replace('\'', '"'));
        assertThat(json.get("estimate").fieldNames())
                .toIterable()
                .containsExactly(
                        "workers",
                        "trialsAtLeast",
                        "trials",
                        "secondsAtLeast",
                        "secondsAtMost",
                        "dataBytes",
                        "workerBytes",
                        "processBytes",
                        "trialSeconds",
                        "failures");
        assertThat(json.get("estimate").get("secondsAtMost").doubleValue())
                .isGreaterThan(json.get("estimate").get("secondsAtLeast").doubleValue())
                .isGreaterThan(0);
        assertThat(json.get("estimate").get("dataBytes").longValue()).isEqualTo(120 * 2 * 4);
    }

    @Test
    void a_limit_is_told_with_what_is_over_it() {
        String out = check("--max-params", "40").out();
        assertThat(out)
                .contains("over max_params   17.0 % of the genomes, which are made smaller")
                .contains("Choices without effect")
                .contains("  space.units: 8: at least 51 parameters, over objective.max_params 40");
    }

    @Test
    void a_dry_run_is_the_same_and_leaves_nothing() {
        Cli.Output dry = tiny.command("search", tiny.space().toString(), "--dry-run", "--seed", "5", "--workers", "1");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(masked(dry.out()))
                .isEqualTo(masked(check("--seed", "5", "--workers", "1").out()));
        assertThat(temporary.resolve("runs")).doesNotExist();
    }

    @Test
    void a_dry_run_refuses_a_name_that_is_taken() throws IOException {
        Files.createDirectories(temporary.resolve("runs").resolve("mine"));
        Cli.Output dry = tiny.command("search", tiny.space().toString(), "--dry-run", "--run", "mine");
        assertThat(dry.exitCode()).isEqualTo(2);
        assertThat(dry.err()).endsWith("mine: there is something at this path already; choose another --run\n");
        assertThat(tiny.command("search", tiny.space().toString(), "--dry-run", "--run", "-x")
                        .err())
                .contains("--run must be a path, or a name of at most 100 letters");
    }

    @Test
    void a_time_limit_bounds_the_estimate() {
        ObjectNode estimate = (ObjectNode)
                TinyRun.json(check("--json", "--time-limit", "1s").out()).get("estimate");
        assertThat(estimate.get("secondsAtMost").doubleValue()).isEqualTo(1);
    }

    @Test
    void the_memory_of_the_check_is_told_where_the_system_tells_it() {
        long peak = TinyRun.json(check("--json").out())
                .get("estimate")
                .get("processBytes")
                .asLong();
        if (Files.exists(Path.of("/proc/self/status"))) {
            assertThat(peak).isBetween(50_000_000L, 100_000_000_000L);
        } else {
            assertThat(peak).isZero();
        }
    }

    @Test
    void two_engines_are_told_with_their_shares() {
        tiny.with("[relu, tanh]", "[relu, rrelu]");
        assertThat(check().out()).containsPattern("engine +dl4j for 2\\d\\.\\d % of the genomes, blas for the others");
        assertThat(TinyRun.json(check("--json").out()).get("engine").textValue())
                .isEqualTo("auto");
    }

    @Test
    void bad_input_is_answered_as_by_a_search() {
        tiny.with("[relu, tanh]", "[relu, rrelu]");
        for (List<String> options : List.of(
                List.of("--max-params", "3"),
                List.of("--engine", "blas"),
                List.of("--target", "c"),
                List.of("--generations", "0"))) {
            Cli.Output check = check(options.toArray(new String[0]));
            Cli.Output search =
                    tiny.command(Stream.concat(Stream.of("search", tiny.space().toString()), options.stream())
                            .toArray(String[]::new));
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.out()).isEmpty();
            assertThat(check.err()).isEqualTo(search.err()).hasLineCount(1);
        }
        assertThat(temporary.resolve("runs")).doesNotExist();
    }

    @Test
    void resolved_space_is_a_space_that_resolves_to_itself() {
        Cli.Output resolved = check("--resolved", "--seed", "5");
        assertThat(resolved.exitCode()).as(resolved.err()).isZero();
        TinyRun.write(tiny.space(), resolved.out());
        assertThat(check("--resolved").out()).isEqualTo(resolved.out());
        assertThat(resolved.out()).contains("  seed: 5\n");
    }

    private Cli.Output check(String... options) {
        return tiny.command(
                Stream.concat(Stream.of("space", "check", tiny.space().toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    /** Nothing after the heading of the estimate is the same twice. */
    private static String masked(String text) {
        return text.lines()
                .takeWhile(line -> !line.startsWith("  one training"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
