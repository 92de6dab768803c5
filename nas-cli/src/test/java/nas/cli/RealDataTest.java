package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short searches on the data sets that the shipped search spaces are about. */
@Tag("data")
class RealDataTest {
    @TempDir
    Path temporary;

    private String data = "";

    @BeforeEach
    void find_data() {
        data = System.getenv().getOrDefault("NAS_TEST_DATA", "");
        assumeTrue(!data.isEmpty(), "NAS_TEST_DATA is not set");
    }

    @Test
    void fashion_mnist_is_learnt_from_its_files() throws IOException {
        Path space = Files.writeString(temporary.resolve("fashion.yaml"), """
                data: {source: fashion-mnist, split: {validation: 6000, test: official}}
                space: {layers: [1], units: [16, 24], activation: [elu]}
                search: {population: 2, generations: 1, rungs: {epochs: [1]}}
                finalists: {epochs: 1}
                """);
        JsonNode result = search(space, Path.of(data, "fashion-mnist"));
        assertThat(result.get("winner").get("test").get("accuracy").doubleValue())
                .isGreaterThan(0.8);
        assertThat(result.get("data").get("rows").toString())
                .isEqualTo("{\"train\":54000,\"validation\":6000,\"test\":10000}");
    }

    @Test
    void california_housing_is_learnt_with_its_gaps_left_out() throws IOException {
        Path space = Path.of("..", "search-spaces", "california-housing.yaml");
        JsonNode result = search(space, Path.of(data, "california_housing"), "--population", "2", "--generations", "1");
        JsonNode winner = result.get("winner");
        assertThat(result.get("data").get("task").textValue()).isEqualTo("regression");
        assertThat(winner.get("test").get("rmse").doubleValue()).isBetween(40_000.0, 90_000.0);
        assertThat(winner.get("test").get("accuracy").isNull()).isTrue();
    }

    private JsonNode search(Path space, Path source, String... options) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("search", space.toString(), "--data", source.toString(), "--json", "--quiet"),
                        Stream.of(options))
                .toArray(String[]::new);
        Cli.Output output = new Cli(temporary.resolve("runs")).run(arguments);
        assertThat(output.exitCode()).as(output.err()).isZero();
        return new ObjectMapper().readTree(output.out());
    }
}
