package nas.train;

import static nas.train.SmallData.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Trial;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** What every engine's trainings do, whatever the data look like. */
interface TrainingContract {
    /** Data of two classes that no linear model learns. */
    Dataset RINGS = SmallData.rings(200);

    /** Data with a number to predict. */
    Dataset DIFFERENCE = SmallData.difference(200);

    /** The engine under test. */
    Engine engine();

    /** Begins a training, or goes on with one. */
    Training begin(Dataset data, TrainingPlan plan, @Nullable TrainingState state);

    /** Every optimizer, schedule, loss of a classification, regulariser and clipping, with dropout. */
    static Stream<Recipe> recipes() {
        Recipe adam = new Recipe(Optimizer.ADAM, 0.01, 32);
        return Stream.of(
                        Arrays.stream(Optimizer.values()).map(optimizer -> new Recipe(optimizer, 0.01, 32)),
                        Arrays.stream(Schedule.values()).map(adam::withSchedule),
                        Stream.of(
                                adam.withLoss(Loss.BINARY_CROSS_ENTROPY),
                                adam.withRegularisation(new Regularisation(1e-4, 1e-3, 1e-2)),
                                adam.withInitialisation(Initialisation.LECUN_UNIFORM),
                                adam.withClipping(new Clipping(Clipping.Kind.VALUE, 0.01)),
                                new Recipe(Optimizer.NESTEROV, 0.1, 32)
                                        .withSchedule(Schedule.COSINE)
                                        .withClipping(new Clipping(Clipping.Kind.NORM, 0.1))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("nas.train.TrainingContract#recipes")
    default void the_same_training_has_the_same_bits_after_others_and_on_another_thread(Recipe recipe) {
        Genome genome = withDropout(recipe);
        FloatVector first = trained(RINGS, genome, 2);
        trained(DIFFERENCE, withDropout(Recipe.DEFAULT), 1);
        assertThat(trained(RINGS, genome, 2)).isEqualTo(first);
        assertThat(CompletableFuture.supplyAsync(() -> trained(RINGS, genome, 2))
                        .join())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("nas.train.TrainingContract#recipes")
    default void pausing_and_going_on_is_the_straight_run_bit_for_bit(Recipe recipe) {
        Genome genome = withDropout(recipe);
        TrainingPlan plan = plan(RINGS, genome, 5);
        List<Double> straightLosses = new ArrayList<>();
        TrainingState straight = advanced(RINGS, plan, null, 5, straightLosses);

        List<Double> losses = new ArrayList<>();
        TrainingState paused = advanced(RINGS, plan, null, 2, losses);
        trained(DIFFERENCE, withDropout(Recipe.DEFAULT), 1);
        TrainingState resumed = advanced(RINGS, plan, paused, 3, losses);

        assertThat(paused.epochs()).isEqualTo(2);
        assertThat(resumed).isEqualTo(straight);
        assertThat(losses).isEqualTo(straightLosses);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    default void every_activation_that_is_covered_learns(Activation activation) {
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(16, activation, 0), new HiddenLayer(8, activation, 0))),
                new Recipe(Optimizer.ADAM, 0.01, 32));
        if (engine().obstacle(genome).isPresent()) {
            assertRefused(genome, activation.word());
            return;
        }
        List<Double> losses = new ArrayList<>();
        advanced(DIFFERENCE, plan(DIFFERENCE, genome, 30), null, 30, losses);
        assertThat(losses.get(29)).isLessThan(0.3 * losses.get(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"MSE", "MAE", "HUBER"})
    default void every_loss_of_numbers_that_is_covered_falls(Loss loss) {
        Genome genome = new Genome(Architecture.LINEAR, new Recipe(Optimizer.ADAM, 0.05, 32).withLoss(loss));
        if (engine().obstacle(genome).isPresent()) {
            assertRefused(genome, loss.word());
            return;
        }
        List<Double> losses = new ArrayList<>();
        advanced(DIFFERENCE, plan(DIFFERENCE, genome, 30), null, 30, losses);
        assertThat(losses.get(29)).isLessThan(0.3 * losses.get(0));
    }

    @Test
    default void a_loss_that_does_not_fit_the_task_is_refused() {
        assertThatThrownBy(() -> trained(RINGS, linear(Recipe.DEFAULT.withLoss(Loss.MSE)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss of a classification must be cross_entropy or binary_cross_entropy, but was mse");
        assertThatThrownBy(() -> trained(DIFFERENCE, linear(Recipe.DEFAULT.withLoss(Loss.CROSS_ENTROPY)), 1))
                .hasMessage("loss of a regression must be mse, mae or huber, but was cross_entropy");
    }

    @Test
    default void a_batch_larger_than_the_training_rows_is_all_of_them() {
        Architecture architecture = new Architecture(List.of(layer(6, 0.2)));
        int rows = RINGS.split().train().length;
        Genome larger = new Genome(architecture, new Recipe(Optimizer.ADAM, 0.01, 1_000_000));
        Genome exact = new Genome(architecture, new Recipe(Optimizer.ADAM, 0.01, rows));
        assertThat(trained(RINGS, larger, 3)).isEqualTo(trained(RINGS, exact, 3));
    }

    @ParameterizedTest
    @MethodSource("nas.train.TrainingContract#oddData")
    default void odd_data_are_learnt_with_finite_numbers(Dataset data) {
        for (Genome genome : List.of(linear(new Recipe(Optimizer.ADAM, 0.05, 4)), withDropout(Recipe.DEFAULT))) {
            List<Double> losses = new ArrayList<>();
            TrainingState state = advanced(data, plan(data, genome, 20), null, 20, losses);
            assertThat(losses).allSatisfy(loss -> assertThat(loss).isFinite());
            for (float parameter : state.parameters().toArray()) {
                assertThat(parameter).isFinite();
            }
        }
    }

    /** One training row, one feature, one class in the training rows, weights, two outputs, a constant target. */
    static Stream<Dataset> oddData() {
        Split split = new Split(new int[] {0, 1, 2, 3, 4}, new int[] {5}, new int[0]);
        Split oneRow = new Split(new int[] {2}, new int[] {5}, new int[0]);
        float[] features = {-1, 0.5f, 0, 1, 2, -2};
        Targets classes = new Targets.Classes(new int[] {0, 1, 0, 1, 1, 0}, List.of("a", "b"));
        Targets oneClass = new Targets.Classes(new int[] {1, 1, 1, 1, 1, 0}, List.of("a", "b"));
        Targets numbers = new Targets.Values(
                new float[] {1, -1, 0, 2, 3, 1}, new TargetEncoding.Output("y", new Standardisation(0, 1)));
        Targets weighted = new Targets.Classes(new int[] {0, 1, 0, 1, 1, 0}, List.of("a", "b"), List.of(1e-6, 1.7));
        Targets pairs = new Targets.Values(
                new float[] {1, -1, 0, 2, 3, 1, 0, 0, 1, 2, 0, 1},
                new TargetEncoding.Output("y", new Standardisation(0, 1)),
                new TargetEncoding.Output("z", new Standardisation(3, 2)));
        Targets constant = new Targets.Values(new float[6], new TargetEncoding.Output("y", new Standardisation(7, 1)));
        return Stream.of(
                Dataset.of("one row of classes", features, classes, oneRow),
                Dataset.of("one row of numbers", features, numbers, oneRow),
                Dataset.of("one feature", features, classes, split),
                Dataset.of("one class", features, oneClass, split),
                Dataset.of("weighted classes", features, weighted, split),
                Dataset.of("two numbers", features, pairs, split),
                Dataset.of("one row of two numbers", features, pairs, oneRow),
                Dataset.of("one row of a weighted class", features, weighted, oneRow),
                Dataset.of("constant target", features, constant, split));
    }

    @Test
    default void rates_are_scaled_for_the_steps_to_come() {
        Recipe recipe = new Recipe(Optimizer.NESTEROV, 0.1, 32).withSchedule(Schedule.REDUCE_ON_PLATEAU);
        FloatVector half = trained(RINGS, withDropout(recipe.withLearningRate(0.05)), 1);
        TrainingPlan plan = plan(RINGS, withDropout(recipe), 2);
        try (Training training = begin(RINGS, plan, null)) {
            training.scaleRates(0.5);
            training.advance(order(RINGS, 1));
            assertThat(training.parameters()).isEqualTo(half);
        }
        try (Training constant = begin(RINGS, plan(RINGS, withDropout(Recipe.DEFAULT), 1), null)) {
            assertThatThrownBy(() -> constant.scaleRates(0.5)).hasMessage("the rate of this training is constant");
        }
    }

    @Test
    default void a_diverging_training_ends_at_once_without_a_finite_loss() {
        Genome wild = new Genome(new Architecture(List.of(layer(8, 0))), new Recipe(Optimizer.SGD, 1e30, 8));
        try (Training training = begin(DIFFERENCE, plan(DIFFERENCE, wild, 2), null)) {
            assertThat(training.advance(order(DIFFERENCE, 1))).isNotFinite();
        }
    }

    @Test
    default void a_training_is_abandoned_at_its_next_batch_and_leaves_no_trace() {
        Genome genome = withDropout(new Recipe(Optimizer.ADAM, 0.01, 32));
        FloatVector straight = trained(RINGS, genome, 2);
        AtomicInteger asked = new AtomicInteger();
        try (Training training = begin(RINGS, plan(RINGS, genome, 2), null)) {
            assertThatThrownBy(() -> training.advance(order(RINGS, 1), () -> {
                        if (asked.incrementAndGet() == 3) {
                            throw new AbandonedException();
                        }
                    }))
                    .isInstanceOf(AbandonedException.class);
        }
        assertThat(asked).hasValue(3);
        assertThat(trained(RINGS, genome, 2)).isEqualTo(straight);
    }

    @Test
    default void the_loss_of_an_epoch_is_that_of_its_rows_without_the_penalty() {
        Recipe still = new Recipe(Optimizer.SGD, 1e-30, 32).withRegularisation(new Regularisation(1, 1, 1));
        Genome genome = new Genome(new Architecture(List.of(layer(6, 0))), still);
        try (Training training = begin(RINGS, plan(RINGS, genome, 1), null)) {
            int[] order = order(RINGS, 1);
            RowScores scores =
                    new RowScores(RINGS, new ConstantPrediction(RINGS, order), Loss.CROSS_ENTROPY, RowDetails.none());
            training.predict(order, scores::add);
            double expected = scores.measures().loss();
            assertThat(training.advance(order)).isCloseTo(expected, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    default void predictions_are_those_of_dl4j_with_the_same_parameters(Activation activation) {
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(7, activation, 0.2), new HiddenLayer(5, activation, 0))),
                new Recipe(Optimizer.ADAM, 0.01, 16));
        if (engine().obstacle(genome).isPresent()) {
            assertRefused(genome, activation.word());
            return;
        }
        try (Training training = begin(RINGS, plan(RINGS, genome, 2), null)) {
            training.advance(order(RINGS, 1));
            int[] rows = IntStream.range(0, RINGS.rows()).toArray();
            float[] said = outputs(rows, training::predict);
            float[] expected = dl4j(genome, training.parameters(), rows);
            assertThat(said).hasSameSizeAs(expected);
            for (int i = 0; i < said.length; i++) {
                assertThat(said[i]).isCloseTo(expected[i], within(1e-6f));
            }
            assertThat(outputs(rows, training::predictByDl4j)).containsExactly(expected);
        }
    }

    @Test
    default void a_state_of_another_engine_or_genome_is_refused() {
        Genome genome = linear(Recipe.DEFAULT);
        TrainingState state = advanced(RINGS, plan(RINGS, genome, 1), null, 1, new ArrayList<>());
        Engine other = engine() == Engine.BLAS ? Engine.DL4J : Engine.BLAS;
        TrainingState ofOther = new TrainingState(other, genome.key(), 1, state.parameters(), state.optimizer());
        assertThatThrownBy(() -> begin(RINGS, plan(RINGS, genome, 2), ofOther))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("state must be of " + engine().word());
        Genome nadam = linear(new Recipe(Optimizer.NADAM, 1e-3, 128));
        assertThatThrownBy(() -> begin(RINGS, plan(RINGS, nadam, 2), state))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void an_order_of_other_rows_than_planned_is_refused() {
        try (Training training = begin(RINGS, plan(RINGS, linear(Recipe.DEFAULT), 1), null)) {
            assertThatThrownBy(() -> training.advance(new int[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void assertRefused(Genome genome, String word) {
        assertThatThrownBy(() -> trained(DIFFERENCE, genome, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(engine().word() + " does not cover \\w+ " + word);
    }

    private static float[] outputs(int[] rows, BiConsumer<int[], Training.Predictions> prediction) {
        float[] said = new float[rows.length * RINGS.outputs()];
        prediction.accept(
                rows,
                (row, outputs, offset) ->
                        System.arraycopy(outputs, offset, said, row * RINGS.outputs(), RINGS.outputs()));
        return said;
    }

    private static float[] dl4j(Genome genome, FloatVector parameters, int[] rows) {
        MultiLayerNetwork network = Networks.create(genome, Networks.Ends.of(RINGS), 99);
        try {
            network.setParams(Nd4j.createFromArray(parameters.toArray()));
            return outputs(rows, new Dl4jPredictions(RINGS, network)::predict);
        } finally {
            Networks.free(network);
        }
    }

    private static Genome withDropout(Recipe recipe) {
        HiddenLayer alpha = new HiddenLayer(5, Activation.SELU, 0.1);
        return new Genome(new Architecture(List.of(layer(8, 0.3), alpha)), recipe);
    }

    private static Genome linear(Recipe recipe) {
        return new Genome(Architecture.LINEAR, recipe);
    }

    private static TrainingPlan plan(Dataset data, Genome genome, int epochs) {
        return new TrainingPlan(genome, 7, data.split().train().length, epochs);
    }

    private static int[] order(Dataset data, int epoch) {
        Trial trial = new Trial(linear(Recipe.DEFAULT), new Budget(1), 3, Fold.VALIDATION);
        return Rows.of(data.split(), Fold.VALIDATION).order(trial, epoch);
    }

    private FloatVector trained(Dataset data, Genome genome, int epochs) {
        return advanced(data, plan(data, genome, epochs), null, epochs, new ArrayList<>())
                .parameters();
    }

    private TrainingState advanced(
            Dataset data, TrainingPlan plan, @Nullable TrainingState from, int epochs, List<Double> losses) {
        try (Training training = begin(data, plan, from)) {
            for (int i = 0; i < epochs; i++) {
                losses.add(training.advance(order(data, training.epochs() + 1)));
            }
            return training.state();
        }
    }
}
