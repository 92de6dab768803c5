package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickCommandTest {
    @TempDir
    static Path home;

    private static TinyRun run = TinyRun.NONE;

    @BeforeAll
    static void search() {
        run = TinyRun.in(home).search();
    }

    /** The reference itself must have room, else the scale is another one. */
    @Test
    void by_its_own_rule_the_answer_stays() {
        ObjectNode picked = pick("--within", "2%");
        assertThat(picked.at("/winner/key")).isEqualTo(run.result().at("/winner/key"));
        assertThat(picked.at("/winner/rule")).isEqualTo(run.result().at("/winner/rule"));
        assertThat(picked.at("/winner/test")).isEqualTo(run.result().at("/winner/test"));
    }

    @Test
    void a_wide_tolerance_picks_no_larger_network_and_has_the_shape_of_a_result() {
        ObjectNode picked = pick("--within", "50%");
        assertThat(picked.at("/winner/parameters").asLong())
                .isLessThanOrEqualTo(run.result().at("/winner/parameters").asLong());
        assertThat(Stream.of(picked).flatMap(PickCommandTest::fields))
                .containsAll(fields(run.result()).toList());
        assertThat(picked.at("/winner/certificate/moves").isNull()).isTrue();
        assertThat(picked.at("/neighbours").isNull()).isTrue();
        assertThat(picked.at("/winner/rule").asText()).startsWith("smallest within 50%");
    }

    @Test
    void a_limit_of_parameters_leaves_out_what_is_larger() {
        long limit = run.result().at("/finalists/0/parameters").asLong();
        ObjectNode picked = pick("--max-params", String.valueOf(limit));
        assertThat(picked.at("/winner/parameters").asLong()).isLessThanOrEqualTo(limit);
        assertThat(picked.at("/finalists"))
                .allMatch(each -> each.at("/parameters").asLong() <= limit);
        Cli.Output text = run.command("pick", "tiny", "--max-params", String.valueOf(limit));
        assertThat(text.out())
                .startsWith("Run tiny, decided again without training anything")
                .contains("Picked: ", "Chosen among");
        assertThat(text.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void what_nothing_reaches_is_told_with_the_nearest() {
        Cli.Output text = run.command("pick", "tiny", "--reach", "accuracy=99.99%");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("nothing surely reaches accuracy 0.9999; the nearest is");
    }

    @Test
    void before_there_are_finalists_it_picks_by_the_search_and_says_so() {
        TinyRun begun = run.named("begun").search().cutTo(12);
        Cli.Output text = begun.command("pick", "begun", "--within", "5%");
        assertThat(text.exitCode()).isZero();
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains(
                        "Picked: ",
                        "By single trainings of the search, the longest so far: no finalists were trained yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                            | nas: one of --within, --reach, --max-params is required; see 'nas pick --help'",
                "--within 1% --reach rmse=1  | nas: only one of --within and --reach may be given; see 'nas pick --help'",
                "--max-params 0              | nas: --max-params must be >= 1, but was 0",
                "--max-params x              | nas: Invalid value for option '--max-params': 'x' is not a whole number; see 'nas pick --help'",
                "--withn 1%                  | nas: Unknown options: '--withn', '1%'; did you mean '--within'?; see 'nas pick --help'",
                "--within 0                  | nas: --within: objective.choose.within must be > 0, but was 0",
                "--reach rmse=1              | nas: --reach must name accuracy or balanced_accuracy"
                        + " where classes are predicted, but names rmse",
            })
    void bad_input_is_refused_in_one_line(String options, String complaint) {
        String[] given = options == null ? new String[0] : options.strip().split(" +");
        Cli.Output output = run.command(
                Stream.concat(Stream.of("pick", "tiny"), Stream.of(given)).toArray(String[]::new));
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err().strip()).isEqualTo(complaint);
        assertThat(output.out()).isEmpty();
    }

    @Test
    void a_limit_below_the_smallest_is_refused_with_the_smallest() {
        Cli.Output output = run.command("pick", "tiny", "--max-params", "2");
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.err())
                .matches(
                        "nas: --max-params must be >= \\d+, the parameters of the smallest network that was trained in blocks, but was 2\\R");
    }

    private static ObjectNode pick(String... options) {
        Cli.Output output = run.command(Stream.concat(Stream.of("pick", "tiny", "--json"), Stream.of(options))
                .toArray(String[]::new));
        assertThat(output.err()).isEmpty();
        return TinyRun.json(output.out());
    }

    private static Stream<String> fields(JsonNode node) {
        return node.properties().stream()
                .flatMap(field -> field.getValue().isObject()
                        ? fields(field.getValue()).map(inner -> field.getKey() + "." + inner)
                        : Stream.of(field.getKey()));
    }
}
