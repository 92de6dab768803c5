package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which metric a result is told with, in whole searches with real trainings. */
class LeadingMetricTest {
    private static final String SPACE = """
            name: tiny
            data: {source: rows.csv, target: y, split: {validation: 20%, test: 20%, seed: 1}}
            space: {layers: [0, 1], units: [4], activation: [tanh]}
            training: {learning_rate: 0.03, batch_size: 16}
            search: {population: 2, generations: 2, seed: 42, rungs: {epochs: [6]}}
            finalists: {epochs: 6}
            """;

    @TempDir
    Path temporary;

    @Test
    void imbalanced_classes_are_led_by_balanced_accuracy_and_the_text_says_why() throws IOException {
        Cli.Output output = search(row -> row % 6 == 0 ? "rare" : row % 6 < 3 ? "some" : "often");
        String reason =
                "metric balanced accuracy first, because 50 % of the training rows are 'often', " + "17 % are 'rare'";
        assertThat(output.out().replaceAll("\\s+", " "))
                .containsPattern("validation balanced accuracy [0-9.]+ %, accuracy [0-9.]+ %, loss ")
                .containsPattern("test balanced accuracy [0-9.]+ % \\+- [0-9.]+ points, accuracy [0-9.]+ %, loss ")
                .contains(reason);
        assertThat(output.out().lines())
                .contains("    PARAMETERS        LOSS  BALANCED ACCURACY  HIDDEN LAYERS")
                .contains("    PARAMETERS   BAL. ACC.           WORSE BY  VERDICT    HIDDEN LAYERS")
                .allMatch(line -> line.length() <= 80 || line.contains(temporary.toString()));
        assertThat(output.err()).containsPattern("parameters, loss [0-9.]+, balanced accuracy ");
        JsonNode result = result();
        assertThat(result.get("data").get("leading").textValue()).isEqualTo("balancedAccuracy");
        assertThat(result.get("data").get("leadingReason").textValue())
                .isEqualTo("50 % of the training rows are 'often', 17 % are 'rare'");
        JsonNode winner = result.get("winner");
        double validation = metric(winner.get("validation"));
        double test = metric(winner.get("test"));
        assertThat(winner.get("optimism").doubleValue()).isEqualTo(validation - test);
        assertThat(names(winner.get("test").get("metrics")))
                .containsExactly("balancedAccuracy", "rocAuc", "f1", "logLoss");
        assertThat(result.get("pareto"))
                .allSatisfy(member ->
                        assertThat(member.get("balancedAccuracy").isNumber()).isTrue());
        assertThat(cli().run("show", "tiny-1", "--top", "0").out()).startsWith(output.out());
        assertThat(cli().run("runs").out()).containsPattern("bal. acc. [0-9.]+ %");
    }

    @Test
    void balanced_classes_are_led_by_accuracy_without_a_word() throws IOException {
        Cli.Output output = search(row -> row % 2 == 0 ? "even" : "odd");
        assertThat(output.out())
                .containsPattern("validation  accuracy [0-9.]+ %, loss ")
                .doesNotContain("metric  ", "balanced");
        JsonNode result = result();
        assertThat(result.get("data").get("leading").textValue()).isEqualTo("accuracy");
        assertThat(result.get("data").get("leadingReason").isNull()).isTrue();
    }

    @Test
    void numbers_are_led_by_their_error_and_have_other_metrics() throws IOException {
        Cli.Output output = search(row -> Double.toString(row % 7 * 10.5 + row % 90 / 7.0));
        assertThat(output.out()).containsPattern("validation  rmse [0-9.]+, loss ");
        JsonNode result = result();
        assertThat(result.get("data").get("leading").textValue()).isEqualTo("rmse");
        assertThat(names(result.get("winner").get("validation").get("metrics"))).containsExactly("mae", "r2");
    }

    /** Makes the cell to predict of a row. */
    @FunctionalInterface
    private interface Target {
        String of(int row);
    }

    private Cli.Output search(Target target) throws IOException {
        StringBuilder rows = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 180; row++) {
            rows.append(row % 6 + row * 7 % 11 / 9.0)
                    .append(',')
                    .append(row * 5 % 13)
                    .append(',')
                    .append(target.of(row))
                    .append('\n');
        }
        Files.writeString(temporary.resolve("rows.csv"), rows);
        Path space = Files.writeString(temporary.resolve("tiny.yaml"), SPACE);
        Cli.Output output = cli().run("search", space.toString());
        assertThat(output.exitCode()).as(output.err()).isZero();
        return output;
    }

    private Cli cli() {
        return new Cli(temporary.resolve("runs"));
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper()
                .readTree(temporary.resolve("runs/tiny-1/result.json").toFile());
    }

    private static double metric(JsonNode measured) {
        return measured.get("metrics").get("balancedAccuracy").doubleValue();
    }

    private static List<String> names(JsonNode metrics) {
        List<String> names = new ArrayList<>();
        metrics.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
