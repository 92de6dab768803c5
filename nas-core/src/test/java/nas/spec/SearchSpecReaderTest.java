package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nas.data.DataSource;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.TargetChoice;
import nas.data.Task;
import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;
import nas.run.ObjectiveSettings;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.space.SearchSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchSpecReaderTest {
    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void what_is_not_said_has_its_default() {
        SearchSpec spec = file.read(SpecFile.MINIMAL);
        assertThat(spec.name()).isEqualTo("x");
        assertThat(spec.data().target()).isEqualTo(TargetChoice.INFERRED);
        assertThat(spec.data().reading().columns()).isEmpty();
        assertThat(spec.data().split()).isEqualTo(SplitRule.DEFAULT);
        assertThat(spec.objective()).isEqualTo(ObjectiveSettings.DEFAULT);
        assertThat(spec.effort()).isEqualTo(EffortChoice.OPEN);
        assertThat(spec.budgets()).isEqualTo(BudgetChoice.OPEN);
        assertThat(spec.start()).isEqualTo(StartChoice.DEFAULT);
        assertThat(spec.seed()).isEqualTo(42);
    }

    @Test
    void nothing_but_the_source_is_required() {
        SearchSpec spec = file.read("data: {source: iris}\n");
        assertThat(spec.space()).isEqualTo(SpaceChoice.OPEN);
        assertThat(spec.settings(SpecFile.IRIS).space()).isEqualTo(new Defaults(SpecFile.IRIS).space());
    }

    @Test
    void what_is_said_stays_and_the_rest_suits_the_data() {
        SearchSpace space = file.read("data: {source: iris}\nspace: {units: 7}\ntraining: {batch_size: 3}\n")
                .settings(SpecFile.IRIS)
                .space();
        SearchSpace usual = new Defaults(SpecFile.IRIS).space();
        assertThat(space.architectures().widths().first().rungs()).containsExactly(7);
        assertThat(space.architectures().depths())
                .isEqualTo(usual.architectures().depths());
        assertThat(space.recipes().usual())
                .isEqualTo(new Recipe(Optimizer.ADAM, usual.recipes().usual().learningRate(), 3)
                        .withSchedule(Schedule.COSINE));
    }

    @Test
    void every_key_is_read() throws IOException {
        Files.createFile(folder.resolve("flowers.csv"));
        SearchSpec spec = file.read("""
                name: my-space_1.0
                data:
                  source: flowers.csv
                  target: NO
                  task: regression
                  columns: {id: ignore, "a note": ignore}
                  split: {validation: 30, test: 12.5%, seed: -7}
                space:
                  layers: [2, 0]
                  units: [8, 4]
                  activation: [tanh, leaky_relu]
                  dropout: [10%, 0]
                training: {optimizer: adam, learning_rate: 3e-3, batch_size: 1_000}
                objective: {penalty: {per_decade: 0.5%}, max_params: 100_000, choose: {within: 0.01}}
                search:
                  strategy: random
                  population: 12
                  generations: 3
                  seed: -9223372036854775808
                  stagnation: 2
                  operators: {crossover: 10%, recipe: 1}
                  rungs: {epochs: [1, 7], keep: [1/4]}
                finalists: {count: 4, blocks: 2, epochs: 20}
                start: [rules-of-thumb, [{units: 8, dropout: 0.1}, {units: 4, activation: tanh}]]
                """);
        assertThat(spec.name()).isEqualTo("my-space_1.0");
        assertThat(spec.data().source()).isEqualTo(new DataSource.CsvFile(folder.resolve("flowers.csv")));
        assertThat(spec.data().target()).isEqualTo(TargetChoice.of("NO").withTask(Task.REGRESSION));
        assertThat(spec.data().reading().columns()).containsOnlyKeys("a note", "id");
        assertThat(spec.data().split()).isEqualTo(new SplitRule(new Portion.Rows(30), new Portion.Share(0.125), -7));
        assertThat(spec.settings(SpecFile.IRIS).space())
                .isEqualTo(new SearchSpace(
                        new Ladder<>(List.of(0, 2)),
                        new Ladder<>(List.of(4, 8)),
                        new Ladder<>(List.of(Activation.TANH, Activation.LEAKY_RELU)),
                        new Ladder<>(List.of(0.0, 0.1)),
                        new Recipe(Optimizer.ADAM, 0.003, 1_000).withSchedule(Schedule.COSINE)));
        assertThat(spec.objective()).isEqualTo(new ObjectiveSettings(0.005, 0.01, 100_000L));
        assertThat(spec.effort())
                .isEqualTo(new EffortChoice(
                        StrategyKind.RANDOM, 12, 3, 2, new OperatorRates(0.1, 0.1, 0.15, 0.2, 0.3, 0.15, 0.15, 1)));
        assertThat(spec.budgets()).isEqualTo(new BudgetChoice(List.of(1, 7), List.of(0.25), 4, 2, 20));
        assertThat(spec.start())
                .isEqualTo(new StartChoice(List.of(
                        new StartChoice.RulesOfThumb(),
                        new StartChoice.Layers(List.of(
                                new StartChoice.Layer(8, null, 0.1),
                                new StartChoice.Layer(4, Activation.TANH, null))))));
        assertThat(spec.seed()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void name_is_that_of_the_file_made_fit_for_a_folder() {
        assertThat(SpaceName.of(Path.of("a", "iris.yaml"))).isEqualTo("iris");
        assertThat(SpaceName.of(Path.of("my space (2).v1.yml"))).isEqualTo("my-space--2-.v1");
        assertThat(SpaceName.of(Path.of("..hidden..x.yaml"))).isEqualTo("hidden.x");
        assertThat(SpaceName.of(Path.of(".yaml"))).isEqualTo("yaml");
        assertThat(SpaceName.of(Path.of("---.yaml"))).isEqualTo("space");
    }

    @Test
    void name_may_look_like_a_number() {
        assertThat(file.read("name: 2024\n" + SpecFile.MINIMAL).name()).isEqualTo("2024");
        assertThat(file.read("name: '2024'\n" + SpecFile.MINIMAL).name()).isEqualTo("2024");
    }

    @Test
    void a_scalar_fixes_a_choice() {
        SearchSpace space = space("{layers: 2, units: 16, activation: elu, dropout: 20%}");
        assertThat(space.architectures().depths().rungs()).containsExactly(2);
        assertThat(space.architectures().widths().first().rungs()).containsExactly(16);
        assertThat(space.architectures().activations().rungs()).containsExactly(Activation.ELU);
        assertThat(space.architectures().dropouts().rungs()).containsExactly(0.2);
    }

    @Test
    void integer_ranges_are_linear_unless_they_say_otherwise() {
        assertThat(space("{layers: {min: 0, max: 3}, units: 4}")
                        .architectures()
                        .depths()
                        .rungs())
                .containsExactly(0, 1, 2, 3);
        assertThat(space("{layers: 1, units: {min: 4, max: 8, scale: linear}}")
                        .architectures()
                        .widths()
                        .first()
                        .rungs())
                .containsExactly(4, 5, 6, 7, 8);
        assertThat(space("{layers: 1, units: {min: 4, max: 32, scale: log}}")
                        .architectures()
                        .widths()
                        .first()
                        .rungs())
                .containsExactly(4, 5, 6, 7, 8, 10, 11, 13, 16, 19, 23, 27, 32);
        assertThat(space("{layers: 1, units: {min: 4, max: 64, scale: log, steps: 5}}")
                        .architectures()
                        .widths()
                        .first()
                        .rungs())
                .containsExactly(4, 8, 16, 32, 64);
    }

    @Test
    void real_ranges_have_thirteen_values_unless_they_say_otherwise() {
        assertThat(space("{layers: 1, units: 4, dropout: {min: 0, max: 60%}}")
                        .architectures()
                        .dropouts()
                        .rungs())
                .hasSize(13)
                .startsWith(0.0)
                .endsWith(0.6);
        assertThat(space("{layers: 1, units: 4, dropout: {min: 0, max: 0.5, steps: 3}}")
                        .architectures()
                        .dropouts()
                        .rungs())
                .containsExactly(0.0, 0.25, 0.5);
    }

    @Test
    void units_may_be_missing_where_there_are_no_hidden_layers() {
        assertThat(space("{layers: 0}").size()).isEqualTo(1);
        assertThat(space("{layers: [0]}").architectures().widths().first().rungs())
                .containsExactly(1);
    }

    @Test
    void negative_zero_is_zero() {
        assertThat(space("{layers: 1, units: 4, dropout: -0.0}")
                        .architectures()
                        .dropouts()
                        .rungs())
                .containsExactly(0.0);
    }

    @Test
    void portions_are_rows_shares_or_words() {
        assertThat(split("{validation: auto, test: auto}")).isEqualTo(SplitRule.DEFAULT);
        assertThat(split("{validation: 0.2, test: official}").test()).isEqualTo(new Portion.Official());
        assertThat(split("{validation: 0.2, test: official}").validation()).isEqualTo(new Portion.Share(0.2));
        assertThat(split("{test: 0}").test()).isEqualTo(new Portion.Rows(0));
        assertThat(split("{validation: 6_000}").validation()).isEqualTo(new Portion.Rows(6_000));
    }

    @Test
    void epochs_may_stand_without_a_list() {
        assertThat(file.read(SpecFile.MINIMAL + "search: {rungs: {epochs: 3}}")
                        .budgets()
                        .rungs())
                .containsExactly(3);
    }

    @Test
    void empty_mappings_change_nothing() {
        String empty =
                "training: {}\nobjective: {penalty: {}, choose: {}}\nsearch: {operators: {}, rungs: {}}\nfinalists: {}\n";
        assertThat(file.read(SpecFile.MINIMAL + empty)).isEqualTo(file.read(SpecFile.MINIMAL));
    }

    private SearchSpace space(String flow) {
        return file.read("data: {source: iris}\nspace: " + flow)
                .settings(SpecFile.IRIS)
                .space();
    }

    private SplitRule split(String flow) {
        return file.read("data: {source: iris, split: " + flow + "}\nspace: {layers: 0}")
                .data()
                .split();
    }
}
