package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nas.journal.JournalReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTextTest {
    @TempDir
    Path home;

    @Test
    void larger_neighbours_lineage_and_importance_follow_the_result() {
        TinyRun run = TinyRun.in(home)
                .with("population: 3, generations: 4", "population: 16, generations: 9")
                .search();
        List<String> lines = lines(run);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines)
                .contains("One step larger than the winner (where it brings most, a bottleneck was)")
                .contains("Which choice matters (share of the variance of the loss; 80 % of the trees)")
                .contains("Where the winner came from");
        JsonNode larger = run.result().required("enlargements");
        assertThat(larger)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(lines)
                        .anyMatch(line ->
                                line.contains(each.required("change").asText().substring(0, 12))
                                        && line.contains(String.format(
                                                Locale.ROOT,
                                                "%,d ",
                                                each.required("parameters").asLong()))));
        assertThat(lines).anyMatch(line -> line.matches("  +[0-9.]+ % +[0-9]+ to [0-9]+ %  [a-z].*"));
        assertThat(lines)
                .anyMatch(line -> line.matches("  the forest explains [0-9.]+ % of what it was not grown from"));
        assertThat(lines).anyMatch(line -> line.matches("  generation 1 +[0-9,]+  .* by .*"));
    }

    @Test
    void of_few_networks_it_says_that_they_are_too_few() {
        TinyRun run = TinyRun.in(home).search();
        assertThat(lines(run))
                .anyMatch(line -> line.matches(
                        "  too few networks to tell: \\d+ networks after 4 epochs, at least 50 are needed"));
    }

    private static List<String> lines(TinyRun run) {
        return new StoryText(JournalReader.read(run.folder())).lines();
    }
}
