package nas.spec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResolvedYamlTest {
    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void every_default_is_written_out() {
        SearchSpec spec = new SpecFile(folder).read("data: {source: iris}\n");
        assertThat(ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), UTF_8))
                .isEqualTo("""
                name: x
                data:
                  source: iris
                  columns: {}
                  missing:
                    values: ["", "?", NA, NaN]
                    indicator: false
                  split:
                    validation: auto
                    test: auto
                    folds: auto
                    seed: 1
                space:
                  layers: {min: 0, max: 2}
                  units: {min: 4, max: 32, scale: log}
                  shape: any
                  activation: [relu, tanh]
                  dropout: [0.0]
                  dropout_kind: [auto]
                  batch_norm: [false]
                training:
                  optimizer: adam
                  learning_rate: 0.01
                  schedule: cosine
                  batch_size: 16
                  early_stopping: none
                  clipping: none
                  loss: auto
                  initialisation: auto
                  l1: 0.0
                  l2: 0.0
                  weight_decay: 0.0
                objective:
                  penalty:
                    per_decade: 0.02
                  choose:
                    within: 0.02
                search:
                  strategy: evolution
                  population: 12
                  generations: 12
                  seed: 42
                  stagnation: 5
                  operators:
                    crossover: 0.5
                    insert: 0.1
                    remove: 0.15
                    widen: 0.2
                    narrow: 0.3
                    activation: 0.15
                    dropout: 0.15
                    recipe: 0.3
                  rungs:
                    epochs: [21, 64, 190]
                    keep: ["1/2", "1/3"]
                finalists:
                  count: 8
                  blocks: 5
                  epochs: 635
                start: [rules-of-thumb]
                """);
    }

    @Test
    void ranges_stay_ranges() {
        SearchSpec spec = new SpecFile(folder).read("""
                data: {source: iris}
                training:
                  learning_rate: {min: 0.001, max: 0.1, scale: log}
                  l2: {min: 0, max: 1, steps: 5}
                """);
        assertThat(ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), UTF_8))
                .contains(
                        "  learning_rate: {min: 0.001, max: 0.1, scale: log}\n",
                        "  l2: {min: 0.0, max: 1.0, steps: 5}\n");
    }

    @Test
    void rungs_are_no_range_and_starts_are_spelt_out() {
        SearchSpec spec = new SpecFile(folder).read("""
                data: {source: iris}
                search: {rungs: {epochs: [1, 2, 3, 4], keep: [0.7, 0.7, 0.7]}}
                start: [[{units: 4}, {units: 8, activation: tanh}], rules-of-thumb, []]
                """);
        assertThat(ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), UTF_8))
                .contains(
                        "    epochs: [1, 2, 3, 4]\n    keep: [\"7/10\", \"7/10\", \"7/10\"]\n",
                        "start: [[{units: 4, activation: relu, dropout: 0.0}, {units: 8, activation: tanh, dropout: 0.0}],"
                                + " [], rules-of-thumb]\n");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_the_output_cannot_hold_is_escaped(long seed) throws IOException {
        SearchSpec spec = new RandomSpecs(seed, Files.createFile(folder.resolve("table.csv"))).next();
        String yaml = ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), US_ASCII);
        assertThat(US_ASCII.newEncoder().canEncode(yaml)).isTrue();
        assertThat(new SpecFile(folder).read(yaml).data()).isEqualTo(spec.data());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reading_what_was_written_gives_the_same_settings(long seed) throws IOException {
        SearchSpec spec = new RandomSpecs(seed, Files.createFile(folder.resolve("a table: '1'"))).next();
        SearchSpec again = new SpecFile(folder).read(ResolvedYaml.write(spec, spec.settings(SpecFile.IRIS), UTF_8));
        assertThat(again.data()).isEqualTo(spec.data());
        assertThat(again.settings(SpecFile.shape(1))).isEqualTo(spec.settings(SpecFile.IRIS));
    }
}
