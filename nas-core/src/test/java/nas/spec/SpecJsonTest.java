package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import nas.run.FinalistSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.run.StartSettings;
import nas.select.WinnerRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecJsonTest {
    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void everything_is_spelt_out() {
        SearchSpec spec = file.read("""
                data: {source: iris, target: species, columns: {id: ignore}, split: {validation: 20%}}
                space:
                  layers: {min: 0, max: 2}
                  units: {min: 4, max: 8, scale: log}
                  dropout: [10%, 0]
                  activation: relu
                training: {learning_rate: 0.001, batch_size: 128}
                search: {population: 24, generations: 20}
                objective: {max_params: 1_000}
                """);
        assertThat(SpecJson.write(spec, spec.settings(SpecFile.shape(1_000)))).isEqualTo("""
                        {
                          "name": "x",
                          "data": {
                            "source": "iris",
                            "target": "species",
                            "columns": {
                              "id": "ignore"
                            },
                            "missing": {
                              "values": ["", "?", "NA", "NaN"],
                              "indicator": false
                            },
                            "split": {
                              "validation": 0.2,
                              "test": "auto",
                              "folds": "auto",
                              "seed": 1
                            }
                          },
                          "space": {
                            "layers": [0, 1, 2],
                            "units": [4, 5, 6, 7, 8],
                            "shape": "any",
                            "activation": ["relu"],
                            "dropout": [0.0, 0.1],
                            "dropout_kind": ["auto"],
                            "batch_norm": [false]
                          },
                          "training": {
                            "optimizer": "adam",
                            "learning_rate": 0.001,
                            "schedule": "cosine",
                            "batch_size": 128,
                            "early_stopping": "none",
                            "clipping": "none",
                            "loss": "auto",
                            "initialisation": "auto",
                            "l1": 0.0,
                            "l2": 0.0,
                            "weight_decay": 0.0
                          },
                          "objective": {
                            "penalty": {
                              "per_decade": 0.02
                            },
                            "max_params": 1000,
                            "choose": {
                              "within": 0.02
                            }
                          },
                          "search": {
                            "strategy": "evolution",
                            "population": 24,
                            "generations": 20,
                            "seed": 42,
                            "stagnation": 5,
                            "operators": {
                              "crossover": 0.5,
                              "insert": 0.1,
                              "remove": 0.15,
                              "widen": 0.2,
                              "narrow": 0.3,
                              "activation": 0.15,
                              "dropout": 0.15,
                              "recipe": 0.3
                            },
                            "rungs": {
                              "epochs": [16, 48, 143],
                              "keep": ["1/2", "1/3"]
                            }
                          },
                          "finalists": {
                            "count": 8,
                            "blocks": 5,
                            "epochs": 476
                          },
                          "start": ["rules-of-thumb"]
                        }
                        """);
    }

    @Test
    void what_is_read_back_has_its_epochs_resolved() {
        SearchSpec spec = file.read(SpecFile.MINIMAL);
        SearchSpec again = file.read(SpecJson.write(spec, spec.settings(SpecFile.shape(1_000))));
        assertThat(again.budgets().rungs())
                .isEqualTo(spec.settings(SpecFile.shape(1_000)).rungs().epochs());
        assertThat(again.settings(SpecFile.shape(5))).isEqualTo(spec.settings(SpecFile.shape(1_000)));
    }

    @Test
    void settings_of_before_there_were_finalists_have_those_that_suit_the_data() {
        SearchSettings settings = file.read("""
                {
                  "data": {"source": "iris"},
                  "objective": {"penalty": {"per_decade": 0.02}, "choose": {"within": 0.03}},
                  "search": {"strategy": "evolution", "seed": 42, "rungs": {"epochs": [9]}}
                }
                """).settings(SpecFile.IRIS);
        assertThat(settings.rungs()).isEqualTo(RungSettings.of(9));
        assertThat(settings.finalists()).isEqualTo(new FinalistSettings(8, 5, 635));
        assertThat(settings.start()).isEqualTo(StartSettings.DEFAULT);
        assertThat(settings.objective().rule()).isEqualTo(new WinnerRule.Within(0.03));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reading_what_was_written_gives_the_same_spec(long seed) throws IOException {
        SearchSpec spec = new RandomSpecs(seed, Files.createFile(folder.resolve("a table: '1'"))).next();
        String text = SpecJson.write(spec, spec.settings(SpecFile.IRIS));
        SearchSpec again = file.read(text);
        assertThat(again).isEqualTo(spec);
        assertThat(again.settings(SpecFile.shape(1))).isEqualTo(spec.settings(SpecFile.IRIS));
        assertThat(SpecJson.write(again, again.settings(SpecFile.shape(1)))).isEqualTo(text);
    }
}
