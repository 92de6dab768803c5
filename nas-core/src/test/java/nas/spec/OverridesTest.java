package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nas.data.DataSource;
import nas.data.TargetChoice;
import nas.space.Optimizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    private static final String SPACE = "space: {layers: 1, units: 4}\n";

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void an_option_replaces_what_the_file_says() {
        String yaml = SpecFile.MINIMAL + "search: {seed: 1, population: 8}\n";
        SearchSpec spec = file.read(yaml, set("search.seed", "7", "--seed"));
        assertThat(spec.seed()).isEqualTo(7);
        assertThat(spec.effort().population()).isEqualTo(8);
    }

    @Test
    void an_option_adds_what_the_file_does_not_say() {
        assertThat(file.read(SpecFile.MINIMAL, set("search.seed", "7", "--seed"))
                        .seed())
                .isEqualTo(7);
        assertThat(file.read(SpecFile.MINIMAL, set("search.rungs.epochs", "3", "--set"))
                        .budgets()
                        .rungs())
                .containsExactly(3);
    }

    @Test
    void an_option_replaces_a_wrong_value_too() {
        String yaml = SpecFile.MINIMAL + "search: {seed: x}\n";
        assertThat(file.read(yaml, set("search.seed", "7", "--seed")).seed()).isEqualTo(7);
    }

    @Test
    void of_two_options_the_last_one_counts() {
        Overrides overrides = set("search.seed", "7", "--set").with("search.seed", "8", "--seed");
        assertThat(file.read(SpecFile.MINIMAL, overrides).seed()).isEqualTo(8);
    }

    @Test
    void options_are_checked_as_the_file_is() {
        assertThat(file.refusal(SpecFile.MINIMAL, set("search.population", "1", "--population")))
                .isEqualTo("--population: search.population must be >= 2, but was 1");
        assertThat(file.refusal(SpecFile.MINIMAL, set("search.seed", "", "--seed")))
                .isEqualTo("--seed: search.seed must be an integer, but was empty");
        assertThat(file.refusal(SpecFile.MINIMAL, set("space.unit", "3", "--set")))
                .isEqualTo("--set: unknown key space.unit (allowed: layers, units, shape, activation, dropout,"
                        + " dropout_kind, batch_norm); did you mean 'units'?");
        assertThat(file.refusal(SpecFile.MINIMAL, set("search.rungs", "3", "--set")))
                .isEqualTo("--set: search.rungs must be a mapping such as {epochs: …}, but was 3");
    }

    @Test
    void an_option_never_disappears_in_a_value() {
        assertThat(file.refusal(
                        "data: {source: iris}\nspace: {layers: 1, units: [4]}", set("space.units.max", "9", "--set")))
                .isEqualTo("--set: space.units must be a mapping, but was a list");
        assertThat(file.refusal(SpecFile.MINIMAL + "search: 3\n", set("search.seed", "9", "--seed")))
                .isEqualTo("--seed: search must be a mapping, but was 3");
    }

    @Test
    void a_value_may_be_written_as_yaml() {
        String rates = "{min: 0.01, max: 1, scale: log, steps: 3}";
        SearchSpec spec =
                file.read(SpecFile.MINIMAL, Overrides.NONE.withYaml("training.learning_rate", rates, "--set"));
        assertThat(spec.settings(SpecFile.IRIS)
                        .space()
                        .recipes()
                        .learningRates(Optimizer.ADAM)
                        .rungs())
                .containsExactly(0.01, 0.1, 1.0);
    }

    @Test
    void values_in_yaml_are_checked_as_the_file_is() {
        assertYamlRefused(
                "training.optimizer",
                "[adam, sdg]",
                "training.optimizer must be one of sgd, nesterov, adam,"
                        + " nadam, rmsprop, adamax, but was sdg; did you mean 'sgd'?");
        assertYamlRefused(
                "trainin.optimizer",
                "sgd",
                "unknown key trainin (allowed: name, data, space, training,"
                        + " objective, search, finalists, start); did you mean 'training'?");
        assertYamlRefused("space.units", "{min: 4, max: 2}", "space.units is an empty range: min 4 > max 2");
        assertYamlRefused("space.units", "*a", "aliases (*) are not supported; a text that begins with * needs quotes");
        assertYamlRefused("space.units", "# nothing", "must be a value, but was empty");
        assertYamlRefused("space.units", "{min: 1, max: 4, min: 2, max: 3}", "duplicate key min, first in line 1");
        assertThat(file.refusal(SpecFile.MINIMAL, Overrides.NONE.withYaml("space.units", "[1, 2", "--set space.units")))
                .startsWith("--set space.units: not valid YAML: ")
                .hasLineCount(1);
    }

    private void assertYamlRefused(String key, String yaml, String message) {
        assertThat(file.refusal(SpecFile.MINIMAL, Overrides.NONE.withYaml(key, yaml, "--set " + key)))
                .isEqualTo("--set " + key + ": " + message);
    }

    @Test
    void problems_of_options_are_told_first() {
        assertThat(file.refusal("name: '/'\n" + SpecFile.MINIMAL, set("search.seed", "x", "--seed")))
                .startsWith("--seed: search.seed must be an integer, but was x\nx.yaml:1:7: name must");
    }

    @Test
    void data_replace_the_source() throws IOException {
        Path table = Files.createFile(folder.resolve("iris"));
        DataSource expected = new DataSource.CsvFile(table);
        Overrides overrides = Overrides.NONE.withData(table);
        assertThat(file.read(SPACE, overrides).data().source()).isEqualTo(expected);
        assertThat(file.read(SpecFile.MINIMAL, overrides).data().source()).isEqualTo(expected);
    }

    @Test
    void data_may_be_the_folder_in_which_the_source_lies() throws IOException {
        Path table =
                Files.createFile(Files.createDirectory(folder.resolve("tables")).resolve("t.csv"));
        SearchSpec spec = file.read(SPACE + "data: {source: t.csv}", Overrides.NONE.withData(folder.resolve("tables")));
        assertThat(spec.data().source()).isEqualTo(new DataSource.CsvFile(table));
    }

    @Test
    void missing_data_are_told_of_with_the_option() {
        Overrides overrides = Overrides.NONE.withData(folder.resolve("none"));
        assertThat(file.refusal(SPACE, overrides)).startsWith("--data: ");
        assertThat(file.refusal(SPACE + "data: {source: t.csv}", overrides)).startsWith("--data: ");
    }

    @Test
    void texts_replace_whatever_stands_there() {
        String yaml = SPACE + "data: {source: iris, target: {column: x, map: {a: b}}}";
        assertThat(file.read(yaml, target("null")).data().target()).isEqualTo(TargetChoice.of("null"));
        assertThat(file.read(yaml, target("-1")).data().target()).isEqualTo(TargetChoice.of("-1"));
        assertThat(file.read(yaml, target("a", "b: c")).data().target()).isEqualTo(TargetChoice.of("a", "b: c"));
    }

    @Test
    void texts_are_checked_as_the_file_is() {
        String yaml = SPACE + "data: {source: iris, columns: {x: ignore}}";
        assertThat(file.refusal(yaml, target("")))
                .isEqualTo("--target: data.target must be a name, but was the text \"\"");
        assertThat(file.refusal(yaml, target("a", "a"))).isEqualTo("--target: data.target has the text \"a\" twice");
        assertThat(file.refusal(yaml, target("x")))
                .isEqualTo("x.yaml:2:35: data.columns.x is the target and must not be ignored");
    }

    @Test
    void empty_key_is_refused() {
        assertThatThrownBy(() -> set("", "1", "--set")).hasMessage("key must not be empty");
    }

    private static Overrides target(String... columns) {
        return Overrides.NONE.withTexts("data.target", List.of(columns), "--target");
    }

    private static Overrides set(String key, String text, String label) {
        return Overrides.NONE.with(key, text, label);
    }
}
