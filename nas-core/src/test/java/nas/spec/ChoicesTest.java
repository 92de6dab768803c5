package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nas.InvalidInputException;
import nas.data.Task;
import nas.space.Activation;
import nas.space.Clipping;
import nas.space.DropoutChoice;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.Schedule;
import nas.space.SearchSpace;
import nas.space.Shape;
import nas.space.WidthSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of {@code space} and {@code training} beyond widths, activation and dropout. */
class ChoicesTest {
    private static final String IRIS = "data: {source: iris}\n";
    private static final DataShape NUMBERS = new DataShape(90, 4, 1, Task.REGRESSION, 1);

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void layers_may_differ_in_width_and_share_their_activation() {
        SearchSpace space = resolved("""
                space:
                  units: {first: [8, 4], rest: {min: 1, max: 3}}
                  shape: funnel
                  activation: {shared: [prelu, selu]}
                  dropout_kind: [alpha, auto]
                  batch_norm: [false, true]
                """);
        assertThat(space.architectures().widths())
                .isEqualTo(new WidthSpace(new Ladder<>(List.of(4, 8)), new Ladder<>(List.of(1, 2, 3)), Shape.FUNNEL));
        assertThat(space.architectures().isActivationShared()).isTrue();
        assertThat(space.architectures().activations().rungs()).containsExactly(Activation.PRELU, Activation.SELU);
        assertThat(space.architectures().dropoutKinds().rungs())
                .containsExactly(DropoutChoice.ALPHA, DropoutChoice.AUTO);
        assertThat(space.architectures().batchNorms().rungs()).containsExactly(false, true);
    }

    @Test
    void recipes_are_open_in_every_part() {
        RecipeSpace recipes = resolved("""
                training:
                  optimizer: [sgd, nesterov]
                  momentum: [0.95, 0.9]
                  learning_rate: {sgd: 0.1, nesterov: {min: 0.01, max: 1, scale: log, steps: 3}}
                  schedule: [one_cycle, reduce_on_plateau]
                  early_stopping: {patience: [5, 0]}
                  clipping: [none, {norm: [2, 1]}, {value: 0.5}]
                  l1: {min: 1e-6, max: 1e-4, scale: log, steps: 2}
                  l2: [0, 0.1]
                  weight_decay: 0.25
                """).recipes();
        assertThat(recipes.momenta().rungs()).containsExactly(0.9, 0.95);
        assertThat(recipes.learningRates(Optimizer.SGD).rungs()).containsExactly(0.1);
        assertThat(recipes.learningRates(Optimizer.NESTEROV).rungs()).containsExactly(0.01, 0.1, 1.0);
        assertThat(recipes.schedules().rungs()).containsExactly(Schedule.ONE_CYCLE, Schedule.REDUCE_ON_PLATEAU);
        assertThat(recipes.patiences().rungs()).containsExactly(0, 5);
        assertThat(recipes.clippings().rungs())
                .containsExactly(
                        Clipping.NONE,
                        new Clipping(Clipping.Kind.NORM, 1),
                        new Clipping(Clipping.Kind.NORM, 2),
                        new Clipping(Clipping.Kind.VALUE, 0.5));
        assertThat(recipes.l1s().rungs()).containsExactly(1e-6, 1e-4);
        assertThat(recipes.l2s().rungs()).containsExactly(0.0, 0.1);
        assertThat(recipes.weightDecays().rungs()).containsExactly(0.25);
    }

    @Test
    void measured_rates_take_the_place_of_usual_ones() {
        SearchSpec spec = file.read(IRIS + "training: {optimizer: [adam, sgd], learning_rate: auto}\n");
        Ladder<Double> rates = new Ladder<>(List.of(0.5, 1.0));
        assertThat(spec.isRateMeasured()).isTrue();
        assertThat(spec.settings(SpecFile.IRIS, Map.of(Optimizer.SGD, rates))
                        .space()
                        .recipes()
                        .learningRates())
                .isEqualTo(Map.of(Optimizer.SGD, rates, Optimizer.ADAM, Ladder.of(0.01)));
        SearchSpec fixed = file.read(IRIS + "training: {learning_rate: 0.1}\n");
        assertThat(fixed.isRateMeasured()).isFalse();
        assertThat(fixed.settings(SpecFile.IRIS, Map.of(Optimizer.ADAM, rates)))
                .isEqualTo(fixed.settings(SpecFile.IRIS));
    }

    @Test
    void the_loss_of_the_task_is_one_with_auto() {
        SearchSpec spec = file.read(IRIS + "training: {loss: [cross_entropy, binary_cross_entropy, auto]}\n");
        assertThat(spec.settings(SpecFile.IRIS).space().recipes().losses().rungs())
                .containsExactly(Loss.AUTO, Loss.BINARY_CROSS_ENTROPY);
        SearchSpec numbers = file.read(IRIS + "training: {loss: [huber, mse]}\n");
        assertThat(numbers.settings(NUMBERS).space().recipes().losses().rungs()).containsExactly(Loss.HUBER, Loss.AUTO);
    }

    @Test
    void losses_of_the_other_task_are_refused_where_they_stand() {
        SearchSpec spec = file.read(IRIS + "training: {loss: [auto, mae]}\n");
        assertThatThrownBy(() -> spec.settings(SpecFile.IRIS))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        error -> assertThat(SearchSpecReader.ofFile(file.file(), Overrides.NONE)
                                        .located(error))
                                .hasMessageEndingWith("x.yaml:2:25: training.loss must be one of auto, cross_entropy,"
                                        + " binary_cross_entropy where classes are predicted, but was 'mae'"));
    }

    @Test
    void settings_that_name_no_schedule_mean_a_constant_rate() {
        file.write(IRIS + "training: {batch_size: 3}\n");
        assertThat(schedules()).isEqualTo(Ladder.of(Schedule.CONSTANT));
        file.write(IRIS);
        assertThat(schedules()).isEqualTo(Ladder.of(Schedule.CONSTANT));
        file.write(IRIS + "training: {schedule: [cosine, step]}\n");
        assertThat(schedules()).isEqualTo(new Ladder<>(List.of(Schedule.COSINE, Schedule.STEP)));
    }

    private Ladder<Schedule> schedules() {
        SearchSpec spec =
                SearchSpecReader.ofSettings(file.file(), Overrides.NONE).spec();
        return spec.settings(SpecFile.IRIS).space().recipes().schedules();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {layers: 1, shape: rectangle, units: {first: 4, rest: 8}}
            {layers: [0, 1], shape: funnel, units: {first: 4, rest: 8}}
            {layers: 0, shape: rectangle, units: {first: 4, rest: 8}}
            """)
    void a_single_layer_has_any_shape(String space) {
        WidthSpace widths = resolved("space: " + space).architectures().widths();
        assertThat(widths).isEqualTo(new WidthSpace(Ladder.of(4), Ladder.of(8), Shape.ANY));
    }

    @Test
    void a_single_layer_keeps_a_shape_that_is_possible() {
        assertThat(resolved("space: {layers: 1, shape: funnel, units: {first: 8, rest: 4}}")
                        .architectures()
                        .widths()
                        .shape())
                .isEqualTo(Shape.FUNNEL);
    }

    @Test
    void widths_are_not_complained_of_where_the_layers_are_unknown() {
        assertThat(file.refusal(IRIS + "space: {layers: x, shape: rectangle, units: {first: 4, rest: 8}}"))
                .hasLineCount(1)
                .contains("space.layers must be an integer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            space: {units: {first: 4}}                       | 2:9: space.units.rest is required
            space: {units: {first: 4, rest: 8}, shape: funnel} | 2:16: space.units must have some rest that is no wider than first where space.shape is funnel, but first is <= 4 and rest >= 8
            space: {units: {first: 4, rest: 8}, shape: rectangle} | 2:16: space.units must have the same first and rest where space.shape is rectangle
            space: {activation: {share: relu}}               | 2:22: unknown key space.activation.share (allowed: shared); did you mean 'shared'?
            space: {batch_norm: yes}                         | 2:21: space.batch_norm must be one of true, false, but was yes; did you mean 'true'?
            space: {batch_norm: ["true"]}                    | 2:22: space.batch_norm must be one of true, false, but was the text "true"; leave out the quotes
            space: {shape: [any]}                            | 2:16: space.shape must be one of any, funnel, rectangle, but was a list
            training: {momentum: 0.9}                        | 2:22: training.momentum must be left out where training.optimizer has no nesterov, but was 0.9
            training: {optimizer: nesterov, momentum: 1}     | 2:43: training.momentum must be < 1, but was 1
            training: {learning_rate: {sgd: 1}}              | 2:27: training.learning_rate must name the optimizers of training.optimizer (adam) and no other, but names sgd
            training: {learning_rate: {adma: 1}}             | 2:28: unknown key training.learning_rate.adma (allowed: sgd, nesterov, adam, nadam, rmsprop, adamax); did you mean 'adam'?
            training: {learning_rate: otto}                  | 2:27: training.learning_rate must be a number, a list, a range or auto, but was otto
            training: {l1: -1}                               | 2:16: training.l1 must be >= 0, but was -1
            training: {l2: {min: 0, max: 1, scale: log}}     | 2:22: training.l2.min must be > 0 on a log scale, but was 0
            training: {early_stopping: 5}                    | 2:28: training.early_stopping must be none or a mapping such as {patience: 5}, but was 5
            training: {early_stopping: {patience: -1}}       | 2:39: training.early_stopping.patience must be >= 0, but was -1
            training: {clipping: 1}                          | 2:22: training.clipping must be none, {value: 1}, {norm: 1} or a list of those, but was 1
            training: {clipping: [none, {norm: 0}]}          | 2:36: training.clipping.norm must be > 0, but was 0
            training: {clipping: {value: {min: a, max: 3}}}  | 2:36: training.clipping.value.min must be a number, but was a
            training: {clipping: [none, none]}               | 2:22: training.clipping has one of its choices twice
            training: {loss: mean}                           | 2:18: training.loss must be one of auto, cross_entropy, binary_cross_entropy, mse, mae, huber, but was mean
            training: {schedule: cosin}                      | 2:22: training.schedule must be one of constant, step, exponential, cosine, one_cycle, reduce_on_plateau, but was cosin; did you mean 'cosine'?
            """)
    void what_cannot_be_is_refused_with_its_place(String line, String message) {
        assertThat(file.refusal(IRIS + line)).isEqualTo("x.yaml:" + message);
    }

    private SearchSpace resolved(String yaml) {
        return file.read(IRIS + yaml).settings(SpecFile.IRIS).space();
    }
}
