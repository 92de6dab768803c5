package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import nas.train.blas.Workspaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against stock DL4J, and against the float64 reference where DL4J has no such loss: 20 steps from the same
 * parameters over the same batches end in the same parameters, layer by layer within 1e-5 of the largest one or of 1.
 */
class BlasEqualityTest {
    private static final double BOUND = 1e-5;
    private static final int INPUTS = 5;
    private static final int CLASSES = 3;
    private static final int ROWS = 43;
    private static final int BATCH = 9; // odd, lest signs of errors cancel to exactly nothing
    private static final int EPOCHS = 4;
    private static final int[] ORDER = IntStream.range(0, ROWS).toArray();
    private static final Random RANDOM = new Random(7);
    private static final float[] FEATURES = normal(ROWS * INPUTS);
    private static final Dataset CLASSIFICATION =
            data(new Targets.Classes(RANDOM.ints(ROWS, 0, CLASSES).toArray(), List.of("a", "b", "c")));
    private static final Dataset REGRESSION =
            data(new Targets.Values(normal(ROWS), new TargetEncoding.Output("y", new Standardisation(0, 1))));

    private static final int WIDE_ROWS = 1501;
    private static final Dataset WIDE = Dataset.of(
            "wide",
            normal(WIDE_ROWS * 30),
            new Targets.Classes(RANDOM.ints(WIDE_ROWS, 0, CLASSES).toArray(), List.of("a", "b", "c")),
            new Split(IntStream.range(0, WIDE_ROWS).toArray(), new int[0], new int[0]));

    private static final Dataset WEIGHTED = data(new Targets.Classes(
            RANDOM.ints(ROWS, 0, CLASSES).toArray(), List.of("a", "b", "c"), List.of(0.4, 1.3, 2.9)));
    private static final Dataset OUTPUTS = data(new Targets.Values(
            normal(3 * ROWS),
            new TargetEncoding.Output("x", new Standardisation(0, 1)),
            new TargetEncoding.Output("y", new Standardisation(5, 2)),
            new TargetEncoding.Output("z", new Standardisation(-1, 0.1))));

    private static final List<Recipe> PULLS = List.of(
            Recipe.DEFAULT,
            Recipe.DEFAULT.withRegularisation(new Regularisation(0.01, 0, 0)),
            Recipe.DEFAULT.withRegularisation(new Regularisation(0, 0.02, 0)),
            Recipe.DEFAULT.withRegularisation(new Regularisation(0, 0, 0.03)),
            Recipe.DEFAULT.withClipping(new Clipping(Clipping.Kind.VALUE, 0.05)),
            Recipe.DEFAULT.withClipping(new Clipping(Clipping.Kind.NORM, 0.3)));

    private static final Workspaces WORKSPACES = new Workspaces();

    @AfterAll
    static void free_buffers() {
        WORKSPACES.close();
    }

    /**
     * Every optimizer with every loss and everything that pulls. Activations take turns, so that each one meets every
     * optimizer.
     */
    @ParameterizedTest
    @MethodSource("optimizersAndLosses")
    void every_choice_moves_parameters_as_dl4j_moves_them(Optimizer optimizer, Loss loss, int turn) {
        List<Activation> activations = List.copyOf(ReferenceActivation.FIXED);
        for (int pull = 0; pull < PULLS.size(); pull++) {
            Recipe recipe = recipe(optimizer)
                    .withLoss(loss)
                    .withRegularisation(PULLS.get(pull).regularisation())
                    .withClipping(PULLS.get(pull).clipping());
            Activation activation = activations.get((turn * PULLS.size() + pull) % activations.size());
            assertEqual(genome(recipe, activation, activation));
        }
    }

    static Stream<Arguments> optimizersAndLosses() {
        List<Loss> losses = List.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY, Loss.MSE, Loss.MAE);
        return Stream.of(Optimizer.values())
                .flatMap(optimizer -> IntStream.range(0, losses.size())
                        .mapToObj(turn -> Arguments.of(optimizer, losses.get(turn), turn)));
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void several_outputs_move_parameters_as_dl4j_and_the_reference_move_them(Optimizer optimizer) {
        for (Loss loss : List.of(Loss.MSE, Loss.MAE)) {
            assertEqual(genome(recipe(optimizer).withLoss(loss), Activation.TANH), OUTPUTS);
        }
        for (Loss loss : List.of(Loss.MSE, Loss.MAE, Loss.HUBER)) {
            assertEqualToReference(genome(recipe(optimizer).withLoss(loss), Activation.SWISH), OUTPUTS);
        }
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void weighted_classes_move_parameters_as_dl4j_and_the_reference_move_them(Optimizer optimizer) {
        assertEqual(genome(recipe(optimizer).withLoss(Loss.CROSS_ENTROPY), Activation.TANH), WEIGHTED);
        for (Loss loss : List.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY)) {
            assertEqualToReference(genome(recipe(optimizer).withLoss(loss), Activation.SWISH), WEIGHTED);
            assertEqualToReference(genome(recipe(optimizer).withLoss(loss)), WEIGHTED);
        }
    }

    /** A last batch of one row, too: DL4J treats such a matrix as a vector here and there. */
    @ParameterizedTest
    @EnumSource(names = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY"})
    void our_dl4j_trains_weighted_classes_as_the_reference_does(Loss loss) {
        for (int batch : new int[] {BATCH, 6}) {
            Genome genome = genome(new Recipe(Optimizer.ADAM, 0.01, batch).withLoss(loss), Activation.TANH);
            TrainingPlan plan = new TrainingPlan(genome, 3, ROWS, EPOCHS);
            try (Training training = new Dl4jTraining(WEIGHTED, plan, null)) {
                assertEqualToReference(plan, WEIGHTED, training);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void hubers_loss_moves_parameters_as_the_reference_moves_them(Optimizer optimizer) {
        for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
            assertEqualToReference(genome(recipe(optimizer).withLoss(Loss.HUBER), activation));
        }
    }

    @Test
    void our_dl4j_trains_with_hubers_loss_as_the_reference_does() {
        for (Dataset data : List.of(REGRESSION, OUTPUTS)) {
            for (int batch : new int[] {BATCH, 6}) {
                Genome genome = genome(new Recipe(Optimizer.ADAM, 0.01, batch).withLoss(Loss.HUBER), Activation.TANH);
                TrainingPlan plan = new TrainingPlan(genome, 3, ROWS, EPOCHS);
                try (Training training = new Dl4jTraining(data, plan, null)) {
                    assertEqualToReference(plan, data, training);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void schedules_move_parameters_as_the_reference_moves_them(Schedule schedule) {
        for (Optimizer optimizer : Optimizer.values()) {
            Recipe recipe = recipe(optimizer).withLoss(Loss.MSE).withSchedule(schedule);
            assertEqualToReference(genome(recipe.withRegularisation(new Regularisation(0, 0, 0.1)), Activation.TANH));
        }
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void linear_and_deep_networks_move_as_dl4j_moves_them(Optimizer optimizer) {
        Recipe recipe = recipe(optimizer).withLoss(Loss.CROSS_ENTROPY);
        assertEqual(genome(recipe));
        assertEqual(genome(recipe, Activation.TANH, Activation.ELU, Activation.SWISH, Activation.RELU));
    }

    /** Wider than a block, more rows than a block holds, more parameters than a piece, and all that pulls at once. */
    @ParameterizedTest
    @EnumSource(names = {"SGD", "ADAM"})
    void wide_layers_and_large_batches_move_as_dl4j_moves_them(Optimizer optimizer) {
        Recipe recipe = new Recipe(optimizer, optimizer == Optimizer.SGD ? 0.05 : 0.0005, 301)
                .withLoss(Loss.CROSS_ENTROPY)
                .withRegularisation(new Regularisation(1e-4, 1e-3, 1e-2))
                .withClipping(new Clipping(Clipping.Kind.NORM, 0.2));
        assertEqual(
                new Genome(
                        new Architecture(List.of(
                                new HiddenLayer(1100, Activation.TANH, 0),
                                new HiddenLayer(40, Activation.ELU, 0),
                                new HiddenLayer(9, Activation.RELU, 0))),
                        recipe),
                WIDE);
    }

    private static void assertEqual(Genome genome) {
        assertEqual(genome, data(genome));
    }

    private static void assertEqual(Genome genome, Dataset data) {
        int rows = data.rows();
        int[] order = data.split().train();
        TrainingPlan plan = new TrainingPlan(genome, 3, rows, EPOCHS);
        try (BlasTraining training = new BlasTraining(data, plan, WORKSPACES, null);
                StockDl4j stock =
                        new StockDl4j(ends(data), genome, training.parameters().toArray())) {
            int[] layers = reference(plan, data, training).layerOffsets();
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                double loss = training.advance(order);
                double score = epoch(plan, data, stock);
                if (genome.recipe().regularisation().equals(Regularisation.NONE)) {
                    assertThat(loss).isCloseTo(score, within(BOUND * Math.max(1, score)));
                }
            }
            assertEqual(
                    genome,
                    layers,
                    doubles(stock.parameters()),
                    training.parameters().toArray());
        }
    }

    private static void assertEqualToReference(Genome genome) {
        assertEqualToReference(genome, data(genome));
    }

    private static void assertEqualToReference(Genome genome, Dataset data) {
        TrainingPlan plan = new TrainingPlan(genome, 3, ROWS, EPOCHS);
        try (Training training = new BlasTraining(data, plan, WORKSPACES, null)) {
            assertEqualToReference(plan, data, training);
        }
    }

    private static void assertEqualToReference(TrainingPlan plan, Dataset data, Training training) {
        ReferenceNetwork network = reference(plan, data, training);
        ReferenceOptimizer optimizer = new ReferenceOptimizer(plan, network);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double loss = training.advance(ORDER);
            double expected = 0;
            for (ReferenceData batch : batches(plan, data)) {
                expected += batch.rows() * optimizer.step(batch.features(), batch.labels(), batch.weights());
            }
            assertThat(loss).isCloseTo(expected / ROWS, within(BOUND * Math.max(1, expected / ROWS)));
        }
        assertEqual(
                plan.genome(),
                network.layerOffsets(),
                network.parameters(),
                training.parameters().toArray());
    }

    private static void assertEqual(Genome genome, int[] layers, double[] expected, float[] actual) {
        for (int layer = 0; layer + 1 < layers.length; layer++) {
            double largest = 1;
            double difference = 0;
            for (int i = layers[layer]; i < layers[layer + 1]; i++) {
                largest = Math.max(largest, Math.abs(expected[i]));
                difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
            }
            assertThat(difference / largest)
                    .as("%s layer %s", genome.canonicalText(), layer)
                    .isLessThanOrEqualTo(BOUND);
        }
    }

    private static double epoch(TrainingPlan plan, Dataset data, StockDl4j stock) {
        double sum = 0;
        for (ReferenceData batch : batches(plan, data)) {
            sum += stock.step(batch) * batch.rows();
        }
        return sum / data.rows();
    }

    private static List<ReferenceData> batches(TrainingPlan plan, Dataset data) {
        ReferenceData all = ReferenceData.of(data);
        List<ReferenceData> batches = new ArrayList<>();
        for (int from = 0; from < data.rows(); from += plan.batchSize()) {
            batches.add(all.rows(from, Math.min(data.rows(), from + plan.batchSize())));
        }
        return batches;
    }

    private static ReferenceNetwork reference(TrainingPlan plan, Dataset data, Training training) {
        return new ReferenceNetwork(
                ends(data), plan.genome(), training.parameters().toArray());
    }

    /** Nadam's first steps are up to 60 times its rate, as DL4J does not correct its mean square: a lower one for it. */
    private static Recipe recipe(Optimizer optimizer) {
        return new Recipe(optimizer, optimizer == Optimizer.NADAM ? 0.0002 : 0.01, BATCH);
    }

    private static Genome genome(Recipe recipe, Activation... activations) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (Activation activation : activations) {
            layers.add(new HiddenLayer(7 - layers.size(), activation, 0));
        }
        return new Genome(new Architecture(layers), recipe);
    }

    private static Dataset data(Genome genome) {
        return switch (genome.recipe().loss()) {
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> CLASSIFICATION;
            case AUTO, MSE, MAE, HUBER -> REGRESSION;
        };
    }

    private static Dataset data(Targets targets) {
        return Dataset.of("random", FEATURES, targets, new Split(ORDER, new int[0], new int[0]));
    }

    private static Networks.Ends ends(Dataset data) {
        return Networks.Ends.of(data);
    }

    private static float[] normal(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return values;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
