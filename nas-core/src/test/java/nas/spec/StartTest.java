package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nas.run.StartSettings;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.DropoutKind;
import nas.space.HiddenLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is tried first. What is wrong with it is among the files of the corpus. */
class StartTest {
    private static final String IRIS = "data: {source: iris}\n";

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void nothing_said_are_the_rules_of_thumb_and_an_empty_list_is_nothing() {
        assertThat(start("")).isEqualTo(StartSettings.DEFAULT);
        assertThat(start("start: []")).isEqualTo(new StartSettings(List.of(), false));
    }

    @Test
    void an_empty_architecture_is_the_linear_model() {
        assertThat(start("start: [[]]")).isEqualTo(new StartSettings(List.of(Architecture.LINEAR), false));
    }

    @Test
    void what_a_layer_does_not_say_is_the_first_choice_of_the_space() {
        StartSettings start = start("""
                space:
                  units: [8, 4]
                  activation: [selu, relu]
                  dropout: [20%, 0.1]
                  dropout_kind: [standard, auto]
                  batch_norm: [true, false]
                start: [rules-of-thumb, [{units: 8}, {units: 4, activation: relu, dropout: 0.2}]]
                """);
        assertThat(start)
                .isEqualTo(new StartSettings(
                        List.of(new Architecture(List.of(
                                new HiddenLayer(8, Activation.SELU, 0.1, DropoutKind.STANDARD, true),
                                new HiddenLayer(4, Activation.RELU, 0.2, DropoutKind.STANDARD, true)))),
                        true));
    }

    @Test
    void a_wrong_layer_is_told_of_once() {
        assertThat(file.refusal(IRIS + "start: [[{units: x}], [{units: 1}], [{unit: 1}]]"))
                .isEqualTo("x.yaml:2:18: start[0][0].units must be an integer, but was x\n"
                        + "x.yaml:2:39: unknown key start[2][0].unit (allowed: units, activation, dropout);"
                        + " did you mean 'units'?");
    }

    @Test
    void an_option_names_the_part_that_is_wrong() {
        Overrides start = Overrides.NONE.withYaml("start", "[[{units: 4}, {units: 0}]]", "--set start");
        assertThat(file.refusal(IRIS, start)).isEqualTo("--set start: start[0][1].units must be >= 1, but was 0");
    }

    @Test
    void the_schema_knows_the_keys_of_a_layer() throws IOException {
        JsonNode layer = new ObjectMapper().readTree(SpaceSchema.FILE.toFile()).at("/$defs/layer/properties");
        String keys =
                String.join(", ", layer.propertyStream().map(Map.Entry::getKey).toList());
        assertThat(file.refusal(IRIS + "start: [[{units: 1, zzz: 1}]]")).contains("(allowed: " + keys + ")");
    }

    private StartSettings start(String yaml) {
        return file.read(IRIS + yaml).settings(SpecFile.IRIS).start();
    }
}
