package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import nas.data.Task;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Clipping;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import nas.trial.FloatVector;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

class NetworksTest {
    private static final Networks.Ends ENDS = new Networks.Ends(6, 3, Task.CLASSIFICATION);

    @TempDir
    Path temporary;

    private final List<MultiLayerNetwork> open = new ArrayList<>();

    @AfterEach
    void close_networks() {
        open.forEach(Networks::free);
    }

    @ParameterizedTest
    @MethodSource("randomGenomes")
    void closed_formula_counts_the_parameters_of_dl4j(Genome genome) {
        MultiLayerNetwork network = network(genome, ENDS, 1);
        long running = genome.architecture().layers().stream()
                .filter(HiddenLayer::batchNorm)
                .mapToLong(layer -> 2L * layer.units())
                .sum();
        assertThat(genome.parameters(6, 3)).isEqualTo(network.numParams() - running);
    }

    static Stream<Genome> randomGenomes() {
        SplittableRandom random = new SplittableRandom(3);
        List<Activation> activations = List.copyOf(EnumSet.allOf(Activation.class));
        return Stream.generate(() -> {
                    List<HiddenLayer> layers = new ArrayList<>();
                    for (int layer = random.nextInt(4); layer > 0; layer--) {
                        Activation activation = activations.get(random.nextInt(activations.size()));
                        layers.add(new HiddenLayer(1 + random.nextInt(20), activation, random.nextInt(3) / 10.0)
                                .withBatchNorm(random.nextBoolean()));
                    }
                    return new Genome(new Architecture(layers), Recipe.DEFAULT);
                })
                .limit(25);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activations_are_those_that_their_documentation_says(Activation activation) {
        Genome genome = new Genome(new Architecture(List.of(new HiddenLayer(1, activation, 0))), Recipe.DEFAULT);
        Networks.Ends ends = new Networks.Ends(1, 1, Task.REGRESSION);
        MultiLayerNetwork network = network(genome, ends, 1);
        float[] parameters =
                activation == Activation.PRELU ? new float[] {1, 0, 0.25f, 1, 0} : new float[] {1, 0, 1, 0};
        network.setParams(Nd4j.createFromArray(parameters));
        for (float x : new float[] {-2.5f, -0.3f, 0, 0.7f, 3}) {
            INDArray output = network.output(Nd4j.createFromArray(new float[][] {{x}}));
            assertThat(output.getDouble(0)).as("at %s", x).isCloseTo(expected(activation, x), within(1e-5));
        }
    }

    private static double expected(Activation activation, double x) {
        return switch (activation) {
            case RRELU -> x >= 0 ? x : x * (1.0 / 8 + 1.0 / 3) / 2;
            case PRELU -> x >= 0 ? x : x * 0.25;
            default -> ReferenceActivation.value(activation, x);
        };
    }

    /** An identity network of ones whose hidden outputs are 1: its output counts the units that were kept. */
    @Test
    void dropout_is_the_probability_of_dropping_an_output_of_its_layer() {
        int units = 400;
        Genome genome =
                new Genome(new Architecture(List.of(new HiddenLayer(units, Activation.IDENTITY, 0.2))), Recipe.DEFAULT);
        MultiLayerNetwork network = network(genome, new Networks.Ends(1, 1, Task.REGRESSION), 5);
        INDArray parameters = Nd4j.ones(1, network.numParams());
        parameters.putScalar(network.numParams() - 1, 0);
        for (int bias = units; bias < 2 * units; bias++) {
            parameters.putScalar(bias, 0);
        }
        network.setParams(parameters);
        INDArray input = Nd4j.ones(200, 1);
        double kept = network.feedForward(input, true).get(2).meanNumber().doubleValue() * 0.8 / units;
        assertThat(kept).isCloseTo(0.8, within(0.005));
        assertThat(network.output(input).meanNumber().doubleValue()).isCloseTo(units, within(1e-3));
    }

    @Test
    void a_layer_without_dropout_drops_nothing_and_inputs_are_never_dropped() {
        Genome genome = SmallData.genome(SmallData.layer(8, 0), SmallData.layer(8, 0.5));
        MultiLayerNetwork network = network(genome, ENDS, 5);
        assertThat(network.getLayer(0).conf().getLayer().getIDropout()).isNull();
        assertThat(network.getLayer(1).conf().getLayer().getIDropout()).isNull();
        assertThat(network.getLayer(2).conf().getLayer().getIDropout()).isNotNull();
    }

    @Test
    void operations_are_kept_from_the_collector_while_native_code_works_on_them() {
        network(SmallData.genome(), ENDS, 1);
        assertThat(Nd4j.getExecutioner()).isInstanceOf(FencedExecutioner.class);
    }

    /** Everything that takes our own classes, or DL4J's unusual ones, while training. */
    @ParameterizedTest
    @MethodSource("recipesOfAllKinds")
    void a_saved_network_is_read_by_stock_dl4j_and_says_the_same(Recipe recipe) throws IOException {
        Networks.Ends ends = new Networks.Ends(2, 1, Task.REGRESSION);
        List<HiddenLayer> layers = new ArrayList<>();
        layers.add(new HiddenLayer(5, Activation.RRELU, 0.1));
        layers.add(new HiddenLayer(4, Activation.SELU, 0.2));
        layers.add(new HiddenLayer(3, Activation.PRELU, 0.2, DropoutKind.ALPHA, true));
        layers.add(new HiddenLayer(3, Activation.TANH, 0).withBatchNorm(true));
        Genome genome = new Genome(new Architecture(layers), recipe);
        MultiLayerNetwork network = network(genome, ends, 3);
        Path file = temporary.resolve("network.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            Networks.save(genome, ends, FloatVector.copyOf(network.params().toFloatVector()), out);
        }

        assertThat(configuration(file)).contains("\"@class\"").doesNotContain("\"nas.");
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
        open.add(restored);
        INDArray input = Nd4j.createFromArray(new float[][] {{-3, 1}, {0.5f, -0.5f}, {2, 4}});
        assertThat(restored.output(input).toFloatMatrix())
                .isDeepEqualTo(network.output(input).toFloatMatrix());
    }

    @ParameterizedTest
    @EnumSource(names = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY"})
    void weights_of_classes_are_trained_with_and_never_saved(Loss loss) throws IOException {
        Networks.Ends ends = new Networks.Ends(2, 2, Task.CLASSIFICATION, List.of(0.5, 1.5));
        Genome genome = new Genome(Architecture.LINEAR, Recipe.DEFAULT.withLoss(loss));
        MultiLayerNetwork network = network(genome, ends, 3);
        assertThat(((OutputLayer) network.getOutputLayer().conf().getLayer()).getLossFn())
                .isInstanceOf(WeightedLoss.class);
        Path file = temporary.resolve("network.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            Networks.save(genome, ends, FloatVector.copyOf(network.params().toFloatVector()), out);
        }
        assertThat(configuration(file)).contains("\"@class\"").doesNotContain("nas.");
        open.add(ModelSerializer.restoreMultiLayerNetwork(file.toFile()));
    }

    static Stream<Recipe> recipesOfAllKinds() {
        Recipe nesterov = new Recipe(Optimizer.NESTEROV, 0.1, 8);
        return Stream.of(
                nesterov.withSchedule(Schedule.COSINE).withLoss(Loss.MAE),
                nesterov.withRegularisation(new Regularisation(0.1, 0.2, 0.3)).withLoss(Loss.HUBER),
                nesterov.withClipping(new Clipping(Clipping.Kind.NORM, 1)));
    }

    private static String configuration(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("configuration.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void weights_are_regularised_by_all_three_and_biases_by_none() {
        Recipe recipe = Recipe.DEFAULT.withRegularisation(new Regularisation(0.1, 0.2, 0.3));
        BaseLayer layer = firstLayer(recipe);
        assertThat(layer.getRegularizationByParam("W"))
                .containsExactlyInAnyOrder(
                        new L1Regularization(0.1), new L2Regularization(0.2), new WeightDecay(0.3, true));
        assertThat(layer.getRegularizationByParam("b")).isNullOrEmpty();
        assertThat(firstLayer(Recipe.DEFAULT).getRegularizationByParam("W")).isNullOrEmpty();
    }

    @Test
    void gradients_are_clipped_by_value_or_by_the_norm_of_their_layer() {
        BaseLayer value = firstLayer(Recipe.DEFAULT.withClipping(new Clipping(Clipping.Kind.VALUE, 0.25)));
        assertThat(value.getGradientNormalization()).isEqualTo(GradientNormalization.ClipElementWiseAbsoluteValue);
        assertThat(value.getGradientNormalizationThreshold()).isEqualTo(0.25);
        BaseLayer norm = firstLayer(Recipe.DEFAULT.withClipping(new Clipping(Clipping.Kind.NORM, 2)));
        assertThat(norm.getGradientNormalization()).isEqualTo(GradientNormalization.ClipL2PerLayer);
        assertThat(norm.getGradientNormalizationThreshold()).isEqualTo(2);
    }

    @Test
    void what_belongs_to_normalisation_and_slopes_is_neither_regularised_nor_clipped() {
        HiddenLayer layer = new HiddenLayer(4, Activation.PRELU, 0).withBatchNorm(true);
        Recipe recipe = Recipe.DEFAULT
                .withRegularisation(new Regularisation(0.1, 0.2, 0.3))
                .withClipping(new Clipping(Clipping.Kind.NORM, 1));
        MultiLayerNetwork network = network(new Genome(new Architecture(List.of(layer)), recipe), ENDS, 1);
        for (int part : new int[] {1, 2}) {
            BaseLayer described = (BaseLayer) network.getLayer(part).conf().getLayer();
            assertThat(described.getGradientNormalization()).isEqualTo(GradientNormalization.None);
            for (String parameter : network.getLayer(part).paramTable().keySet()) {
                assertThat(described.getRegularizationByParam(parameter))
                        .as(parameter)
                        .isNullOrEmpty();
            }
        }
        assertThat(network.getLayer(0).paramTable()).containsOnlyKeys("W");
    }

    /** Mean 0, and the variance that the documentation says; the largest of uniform weights is near the bound. */
    @ParameterizedTest
    @EnumSource(Initialisation.class)
    void weights_begin_with_the_variance_of_their_initialisation(Initialisation initialisation) {
        int inputs = 300;
        int units = 200;
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(units, Activation.RELU, 0))),
                Recipe.DEFAULT.withInitialisation(initialisation));
        MultiLayerNetwork network = network(genome, new Networks.Ends(inputs, 150, Task.CLASSIFICATION), 3);
        checkWeights(initialisation.of(Activation.RELU), network.getLayer(0).getParam("W"), inputs, units);
        checkWeights(initialisation.ofOutput(), network.getLayer(1).getParam("W"), units, 150);
    }

    private static void checkWeights(Initialisation resolved, INDArray weights, int inputs, int outputs) {
        double variance = switch (resolved) {
            case HE_NORMAL, HE_UNIFORM -> 2.0 / inputs;
            case LECUN_NORMAL, LECUN_UNIFORM -> 1.0 / inputs;
            case GLOROT_NORMAL, GLOROT_UNIFORM -> 2.0 / (inputs + outputs);
            case AUTO, AUTO_UNIFORM -> throw new AssertionError("not resolved");
        };
        boolean isUniform = resolved.word().endsWith("uniform");
        double deviation = Math.sqrt(variance);
        assertThat(weights.meanNumber().doubleValue()).isCloseTo(0, within(0.03 * deviation));
        assertThat(weights.varNumber().doubleValue()).isCloseTo(variance, within(0.03 * variance));
        double largest = weights.amaxNumber().doubleValue() / deviation;
        assertThat(largest).satisfies(each -> {
            if (isUniform) {
                assertThat(each).isBetween(0.99 * Math.sqrt(3), 1.001 * Math.sqrt(3));
            } else {
                assertThat(each).isGreaterThan(3);
            }
        });
    }

    private BaseLayer firstLayer(Recipe recipe) {
        return (BaseLayer) network(new Genome(Architecture.LINEAR, recipe), ENDS, 1)
                .getLayer(0)
                .conf()
                .getLayer();
    }

    @Test
    void selu_drops_by_alpha_dropout_and_others_plainly() {
        HiddenLayer selu = new HiddenLayer(4, Activation.SELU, 0.2);
        MultiLayerNetwork network = network(SmallData.genome(selu, SmallData.layer(4, 0.1)), ENDS, 5);
        assertThat(network.getLayer(1).conf().getLayer().getIDropout()).isEqualTo(new AlphaDropout(0.8));
        assertThat(network.getLayer(2).conf().getLayer().getIDropout()).isEqualTo(new Dropout(0.9));
    }

    @Test
    void either_kind_of_dropout_goes_with_any_activation() {
        HiddenLayer selu = new HiddenLayer(4, Activation.SELU, 0.2, DropoutKind.STANDARD, false);
        HiddenLayer elu = new HiddenLayer(4, Activation.ELU, 0.1, DropoutKind.ALPHA, false);
        MultiLayerNetwork network = network(SmallData.genome(selu, elu), ENDS, 5);
        assertThat(network.getLayer(1).conf().getLayer().getIDropout()).isEqualTo(new Dropout(0.8));
        assertThat(network.getLayer(2).conf().getLayer().getIDropout()).isEqualTo(new AlphaDropout(0.9));
    }

    @Test
    void rrelu_has_the_gradient_of_the_slopes_that_it_drew() {
        RandomisedLeakyRelu activation = new RandomisedLeakyRelu();
        float[] inputs = {-2, -0.5f, 0.25f, 3};
        INDArray said = activation.getActivation(Nd4j.createFromArray(new float[][] {inputs}), true);
        INDArray gradient = activation
                .backprop(
                        Nd4j.createFromArray(new float[][] {inputs}),
                        Nd4j.ones(1, 4).muli(2))
                .getFirst();
        for (int i = 0; i < inputs.length; i++) {
            double slope = said.getDouble(i) / inputs[i];
            assertThat(gradient.getDouble(i)).isCloseTo(2 * slope, within(1e-6));
            if (inputs[i] < 0) {
                assertThat(slope).isBetween(1.0 / 8, 1.0 / 3);
            } else {
                assertThat(slope).isCloseTo(1, within(1e-6));
            }
        }
    }

    /** Of one row, and of more than ND4J's own operation takes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void slopes_have_the_gradient_that_differences_show(int rows) {
        Genome genome = new Genome(new Architecture(List.of(new HiddenLayer(3, Activation.PRELU, 0))), Recipe.DEFAULT);
        MultiLayerNetwork network = network(genome, new Networks.Ends(2, 1, Task.REGRESSION), 3);
        SplittableRandom random = new SplittableRandom(5);
        float[][] inputs = new float[rows][2];
        float[][] targets = new float[rows][1];
        for (int row = 0; row < rows; row++) {
            inputs[row] = new float[] {(float) random.nextDouble(-2, 2), (float) random.nextDouble(-2, 2)};
            targets[row][0] = (float) random.nextDouble(-2, 2);
        }
        DataSet data = new DataSet(Nd4j.createFromArray(inputs), Nd4j.createFromArray(targets));
        network.setInput(data.getFeatures());
        network.setLabels(data.getLabels());
        network.computeGradientAndScore();
        float[] gradient = network.gradient().gradient().dup().toFloatVector();
        for (int i = 0; i < gradient.length; i++) {
            double difference = scoreWith(network, data, i, 0.01) - scoreWith(network, data, i, -0.01);
            assertThat(gradient[i] / rows).as("parameter %s", i).isCloseTo((float) (difference / 0.02), within(0.02f));
        }
    }

    private static double scoreWith(MultiLayerNetwork network, DataSet data, int parameter, double change) {
        double before = network.params().getDouble(parameter);
        network.params().putScalar(parameter, before + change);
        double score = network.score(data);
        network.params().putScalar(parameter, before);
        return score;
    }

    private MultiLayerNetwork network(Genome genome, Networks.Ends ends, long seed) {
        MultiLayerNetwork network = Networks.create(genome, ends, seed);
        open.add(network);
        return network;
    }
}
