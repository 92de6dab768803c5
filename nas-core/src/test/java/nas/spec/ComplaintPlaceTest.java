package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nas.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintPlaceTest {
    private static final String YAML = """
            data:
              source: iris
              target: [a, "b c"]
              columns:
                zip: ignore
                a.b: ignore
                a: ignore
                zip code: ignore
            space: {layers: 1, units: 4}
            start: [word, [{units: 4}, {units: 8}]]
            """;

    @TempDir
    private Path folder;

    @Test
    void a_complaint_is_placed_at_its_key() {
        assertThat(located("data.source must be x")).isEqualTo("x.yaml:2:11: data.source must be x");
        assertThat(located("space.units must be x")).isEqualTo("x.yaml:9:27: space.units must be x");
    }

    @Test
    void it_is_placed_at_the_most_specific_key() {
        assertThat(located("data.columns.zip must be x")).startsWith("x.yaml:5:10: ");
        assertThat(located("data.columns.zip code must be x")).startsWith("x.yaml:8:15: ");
        assertThat(located("data.columns.a.b must be x")).startsWith("x.yaml:6:10: ");
        assertThat(located("data.columns.a must be x")).startsWith("x.yaml:7:8: ");
    }

    @Test
    void a_key_that_is_not_there_is_placed_where_it_would_be() {
        assertThat(located("data.split.test must be x")).startsWith("x.yaml:1:1: ");
        assertThat(located("data.columns.other must be x")).startsWith("x.yaml:4:3: ");
    }

    @Test
    void what_is_quoted_is_placed_where_it_was_written() {
        assertThat(located("data.target must be a column (x), but was 'b c'")).startsWith("x.yaml:3:15: ");
        assertThat(located("data.columns must name a column (x), but was 'zip'"))
                .startsWith("x.yaml:5:5: ");
        assertThat(located("data.target must be a column (x), but was 'z'")).startsWith("x.yaml:3:11: ");
    }

    @Test
    void a_complaint_about_a_part_of_a_list_is_placed_there() {
        assertThat(located("start[0] must be x")).startsWith("x.yaml:10:9: ");
        assertThat(located("start[1] must be x")).startsWith("x.yaml:10:15: ");
        assertThat(located("start[1][1].units must be x")).startsWith("x.yaml:10:36: ");
        assertThat(located("start[1][0].dropout must be x")).startsWith("x.yaml:10:16: ");
        assertThat(located("start[7] must be x")).startsWith("x.yaml:10:8: ");
    }

    @Test
    void other_complaints_stay_as_they_are() {
        assertThat(located("t.csv:3:1: row must have 2 cells")).isEqualTo("t.csv:3:1: row must have 2 cells");
        assertThat(located("search.seed must be x")).isEqualTo("search.seed must be x");
    }

    @Test
    void an_option_stands_for_its_place() {
        Overrides overrides = Overrides.NONE.withTexts("data.target", List.of("q"), "--target");
        assertThat(located("data.target must be x, but was 'q'", overrides))
                .isEqualTo("--target: data.target must be x, but was 'q'");
    }

    private String located(String complaint) {
        return located(complaint, Overrides.NONE);
    }

    private String located(String complaint, Overrides overrides) {
        SpecFile file = new SpecFile(folder);
        file.write(YAML);
        InvalidInputException located =
                SearchSpecReader.ofFile(file.file(), overrides).located(new InvalidInputException(complaint));
        return String.valueOf(located.getMessage()).replace(folder + "/", "");
    }
}
