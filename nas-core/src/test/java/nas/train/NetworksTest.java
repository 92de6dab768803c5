package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import nas.data.Task;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworksTest {
    private static final Networks.Ends ENDS = new Networks.Ends(6, 3, Task.CLASSIFICATION);

    private final List<MultiLayerNetwork> open = new ArrayList<>();

    @AfterEach
    void close_networks() {
        open.forEach(MultiLayerNetwork::close);
    }

    @ParameterizedTest
    @MethodSource("randomGenomes")
    void closed_formula_counts_the_parameters_of_dl4j(Genome genome) {
        MultiLayerNetwork network = network(genome, ENDS, 1);
        assertThat(genome.parameters(6, 3)).isEqualTo(network.numParams());
    }

    static Stream<Genome> randomGenomes() {
        SplittableRandom random = new SplittableRandom(3);
        List<Activation> activations = List.copyOf(EnumSet.allOf(Activation.class));
        return Stream.generate(() -> {
                    List<HiddenLayer> layers = new ArrayList<>();
                    for (int layer = random.nextInt(4); layer > 0; layer--) {
                        Activation activation = activations.get(random.nextInt(activations.size()));
                        layers.add(new HiddenLayer(1 + random.nextInt(20), activation, random.nextInt(3) / 10.0));
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
        network.setParams(Nd4j.createFromArray(new float[] {1, 0, 1, 0}));
        for (float x : new float[] {-2.5f, -0.3f, 0, 0.7f, 3}) {
            INDArray output = network.output(Nd4j.createFromArray(new float[][] {{x}}));
            assertThat(output.getDouble(0)).as("at %s", x).isCloseTo(expected(activation, x), within(1e-5));
        }
    }

    private static double expected(Activation activation, double x) {
        return switch (activation) {
            case IDENTITY -> x;
            case SIGMOID -> sigmoid(x);
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x >= 0 ? x : 0.01 * x;
            case ELU -> x >= 0 ? x : Math.exp(x) - 1;
            case SELU -> 1.0507009873554805 * (x >= 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1));
            case GELU -> x * sigmoid(1.702 * x);
            case SWISH -> x * sigmoid(x);
            case SOFTPLUS -> Math.log1p(Math.exp(x));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
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

    @Test
    void a_network_says_nothing_of_our_classes() {
        MultiLayerNetwork network = network(SmallData.genome(SmallData.layer(8, 0.1)), ENDS, 5);
        assertThat(network.getLayerWiseConfigurations().toJson()).doesNotContain("\"nas.");
    }

    private MultiLayerNetwork network(Genome genome, Networks.Ends ends, long seed) {
        MultiLayerNetwork network = Networks.create(genome, ends, seed);
        open.add(network);
        return network;
    }
}
