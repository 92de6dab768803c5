package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nas.data.Task;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceNetworkTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void gradient_is_that_of_the_loss(Activation activation, Loss loss) {
        Genome genome = genome(loss, activation, activation);
        assertGradientIsThatOfTheLoss(genome, new Networks.Ends(3, 2, task(loss)), 6);
    }

    static Stream<Arguments> activationsAndLosses() {
        return ReferenceActivation.FIXED.stream()
                .flatMap(activation -> Stream.of(Loss.values()).map(loss -> arguments(activation, loss)));
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradient_of_a_linear_model_is_that_of_the_loss(Loss loss) {
        assertGradientIsThatOfTheLoss(genome(loss), new Networks.Ends(4, 3, task(loss)), 7);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradient_of_three_hidden_layers_is_that_of_the_loss(Loss loss) {
        Genome genome = genome(loss, Activation.TANH, Activation.RELU, Activation.GELU);
        assertGradientIsThatOfTheLoss(genome, new Networks.Ends(4, 3, task(loss)), 5);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradient_of_one_row_is_that_of_the_loss(Loss loss) {
        assertGradientIsThatOfTheLoss(genome(loss, Activation.ELU), new Networks.Ends(4, 3, task(loss)), 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"MSE", "MAE", "HUBER"})
    void gradient_of_one_input_and_one_output_is_that_of_the_loss(Loss loss) {
        assertGradientIsThatOfTheLoss(genome(loss, Activation.SWISH), new Networks.Ends(1, 1, task(loss)), 5);
    }

    @Test
    void weights_of_a_unit_lie_side_by_side_and_biases_after_them() {
        Networks.Ends ends = new Networks.Ends(2, 2, Task.REGRESSION);
        ReferenceNetwork network = new ReferenceNetwork(ends, genome(Loss.MSE), new float[] {1, 2, 3, 4, 50, 60});
        assertThat(network.predict(new float[] {1, 10, 0, 1})).containsExactly(71, 103, 52, 64);
        assertThat(Stream.of(0, 3, 4, 5).map(network::isWeight)).containsExactly(true, true, false, false);
    }

    @Test
    void layers_follow_one_another() {
        Networks.Ends ends = new Networks.Ends(1, 1, Task.REGRESSION);
        Genome genome = new Genome(
                new Architecture(
                        List.of(new HiddenLayer(2, Activation.RELU, 0), new HiddenLayer(1, Activation.IDENTITY, 0.5))),
                Recipe.DEFAULT);
        float[] parameters = {1, -1, 0, 0, 3, 5, 100, 2, 1};
        ReferenceNetwork network = new ReferenceNetwork(ends, genome, parameters);
        assertThat(network.layerOffsets()).containsExactly(0, 4, 7, 9);
        assertThat(network.predict(new float[] {7, -7})).containsExactly(2 * (3 * 7 + 100) + 1, 2 * (5 * 7 + 100) + 1);
    }

    @Test
    void cross_entropy_is_minus_the_logarithm_of_the_softmax() {
        ReferenceNetwork network = scaling(Loss.CROSS_ENTROPY, 1, 0);
        float[] features = {(float) Math.log(3)};
        assertThat(network.predict(features)[0]).isCloseTo(0.75, within(1e-7));
        assertThat(network.loss(features, new float[] {0, 1})).isCloseTo(Math.log(4), within(1e-7));
    }

    @Test
    void binary_cross_entropy_is_summed_over_the_outputs() {
        ReferenceNetwork network = scaling(Loss.BINARY_CROSS_ENTROPY, 1, 0);
        float[] features = {(float) Math.log(3)};
        assertThat(network.predict(features)[0]).isCloseTo(0.75, within(1e-7));
        assertThat(network.loss(features, new float[] {0, 1})).isCloseTo(Math.log(4) + Math.log(2), within(1e-7));
    }

    @Test
    void probabilities_of_binary_cross_entropy_are_clipped() {
        ReferenceNetwork network = scaling(Loss.BINARY_CROSS_ENTROPY, -20, -20);
        double expected = -Math.log(1e-5) - Math.log1p(-1e-5);
        assertThat(network.loss(new float[] {1}, new float[] {1, 0})).isCloseTo(expected, within(ROUNDING));
    }

    @Test
    void errors_are_averaged_over_outputs_and_rows() {
        float[] features = {1, 2};
        float[] labels = {1, 1, 6, 0};
        assertThat(scaling(Loss.MSE, 3, 0).loss(features, labels)).isEqualTo(((4 + 1) / 2.0 + 0) / 2);
        assertThat(scaling(Loss.MAE, 3, 0).loss(features, labels)).isEqualTo(((2 + 1) / 2.0 + 0) / 2);
        assertThat(scaling(Loss.HUBER, 3, 0).loss(features, labels)).isEqualTo(((1.5 + 0.5) / 2.0 + 0) / 2);
    }

    @Test
    void a_loss_that_is_not_named_is_the_tasks_own() {
        assertThat(ReferenceLoss.of(Loss.AUTO, Task.CLASSIFICATION)).isEqualTo(ReferenceLoss.CROSS_ENTROPY);
        assertThat(ReferenceLoss.of(Loss.AUTO, Task.REGRESSION)).isEqualTo(ReferenceLoss.MSE);
    }

    @Test
    void parameters_of_another_network_are_refused() {
        Networks.Ends ends = new Networks.Ends(1, 2, Task.REGRESSION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceNetwork(ends, genome(Loss.MSE), new float[5]))
                .withMessage("parameters must be 4, but were 5");
    }

    /** A linear model of one input whose two weighted sums are multiples of it. */
    private static ReferenceNetwork scaling(Loss loss, float first, float second) {
        Networks.Ends ends = new Networks.Ends(1, 2, task(loss));
        return new ReferenceNetwork(ends, genome(loss), new float[] {first, second, 0, 0});
    }

    private static Genome genome(Loss loss, Activation... activations) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (Activation activation : activations) {
            layers.add(new HiddenLayer(3 + layers.size(), activation, 0));
        }
        return new Genome(new Architecture(layers), Recipe.DEFAULT.withLoss(loss));
    }

    /** Central differences: their error is some 1e-10 at this width, so slopes below 1e-3 are compared absolutely. */
    private static void assertGradientIsThatOfTheLoss(Genome genome, Networks.Ends ends, int rows) {
        ReferenceData data = ReferenceData.random(ends, rows, 21);
        ReferenceNetwork network = new ReferenceNetwork(ends, genome, ReferenceData.parameters(genome, ends, 22));
        double[] gradient = network.gradient(data.features(), data.labels());
        for (int i = 0; i < gradient.length; i++) {
            double difference = centralDifference(network, data, i);
            double bound = 1e-6 * Math.max(1e-3, Math.abs(difference));
            assertThat(gradient[i]).as("parameter %s", i).isCloseTo(difference, within(bound));
        }
    }

    private static double centralDifference(ReferenceNetwork network, ReferenceData data, int parameter) {
        double width = 1e-5;
        double value = network.parameters()[parameter];
        network.parameters()[parameter] = value + width;
        double above = network.loss(data.features(), data.labels());
        network.parameters()[parameter] = value - width;
        double below = network.loss(data.features(), data.labels());
        network.parameters()[parameter] = value;
        return (above - below) / (2 * width);
    }

    private static Task task(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> Task.CLASSIFICATION;
            case AUTO, MSE, MAE, HUBER -> Task.REGRESSION;
        };
    }
}
