package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceKeysTest {
    private static final String RANGE = "(allowed: min, max, scale, steps)";

    @TempDir
    private Path folder;

    static Stream<String> sections() {
        return Stream.concat(Stream.of(""), SpaceKeys.ALL.stream())
                .filter(path -> !children(path).isEmpty());
    }

    static Stream<String> leaves() {
        return SpaceKeys.ALL.stream().filter(path -> children(path).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("sections")
    void sections_have_the_keys_that_are_listed(String path) {
        String keys = children(path).stream().map(key -> ", " + key + ": 1").collect(Collectors.joining());
        assertThat(refusal(path, "zzz: 1" + keys))
                .contains("unknown key " + full(path, "zzz") + " (allowed: " + String.join(", ", children(path)) + ")");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void other_keys_are_no_sections_but_ranges(String path) {
        assertThat(refusal(path, "zzz: 1").replace(RANGE, "")).doesNotContain("(allowed: ");
    }

    @Test
    void keys_that_stand_elsewhere_are_told_of() {
        assertMeant("training.batch_norm", "'space.batch_norm'");
        assertMeant("space.optimizer", "'training.optimizer'");
        assertMeant("layers", "'space.layers'");
        assertMeant("search.validation", "'data.split.validation'");
        assertMeant("search.keep", "'search.rungs.keep'");
        assertMeant("training.dropout", "'space.dropout'");
        assertMeant("training.patience", "'training.early_stopping.patience'");
        assertMeant("space.units.learning_rate", "'training.learning_rate'");
    }

    @Test
    void keys_that_stand_in_several_places_are_told_of_with_each() {
        assertMeant("seed", "'data.split.seed' or 'search.seed'");
        assertMeant("search.epochs", "'search.rungs.epochs' or 'finalists.epochs'");
    }

    @Test
    void sections_within_sections_are_told_of() {
        assertMeant("data.space", "'space' at the top level");
    }

    @Test
    void keys_with_dots_are_told_how_to_nest() {
        assertThat(SpaceKeys.hint("objective.penalty.per_decade", "penalty.per_decade"))
                .isEqualTo("; did you mean 'objective: {penalty: {per_decade: …}}'?");
        assertThat(new SpecFile(folder).refusal(SpecFile.MINIMAL + "training.optimizer: sgd"))
                .endsWith("; did you mean 'training: {optimizer: …}'?");
    }

    @Test
    void nearest_keys_and_those_of_other_tools_are_found_elsewhere() {
        assertMeant("optimiser", "'training.optimizer'");
        assertMeant("neurons", "'space.units'");
        assertMeant("search.lr", "'training.learning_rate'");
    }

    @Test
    void the_section_itself_is_not_what_was_meant() {
        assertThat(refusal("search.operators", "mutation: 1")).doesNotContain("did you mean");
        assertMeant("search.mutation", "'operators'");
    }

    @Test
    void keys_like_no_other_are_only_refused() {
        assertThat(refusal("data", "banana: 1")).doesNotContain("did you mean");
    }

    private void assertMeant(String path, String meant) {
        int dot = path.lastIndexOf('.');
        String keys = path.substring(dot + 1) + ": 1";
        assertThat(refusal(
                        dot < 0 ? "" : path.substring(0, dot),
                        keys.replace("learning_rate: 1", "max: 1, learning_rate: 1")))
                .containsPattern(
                        "unknown key \\Q" + path + "\\E \\(allowed: [^)]*\\); did you mean \\Q" + meant + "\\E\\?");
    }

    private String refusal(String path, String keys) {
        String yaml = "{" + keys + "}";
        for (String key = path; !key.isEmpty(); key = parent(key)) {
            yaml = "{" + SpaceKeys.name(key) + ": " + yaml + "}";
        }
        return new SpecFile(folder).refusal(yaml);
    }

    private static List<String> children(String path) {
        return SpaceKeys.ALL.stream()
                .filter(key -> parent(key).equals(path))
                .map(SpaceKeys::name)
                .toList();
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    private static String full(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
