package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nas.export.ExportFixtures;
import nas.export.ExportFixtures.Trained;
import nas.export.SampleRows;
import nas.export.Winner;
import nas.space.Activation;
import nas.trial.FloatVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainedNetworkTest {
    static List<Trained> winners() {
        return ExportFixtures.all();
    }

    /** Layers are computed one by one, as those who write them in another language will. */
    @ParameterizedTest
    @MethodSource("winners")
    void layers_say_what_the_network_says(Trained trained) {
        Winner winner = trained.winner();
        float[] inputs = SampleRows.inputs(winner.preprocessing());
        try (TrainedNetwork network = winner.network()) {
            float[] said = network.outputs(inputs, SampleRows.rows());
            ForwardNetwork forward = network.forward();
            assertThat(said).hasSize(SampleRows.rows() * forward.outputs());
            for (int row = 0; row < SampleRows.rows(); row++) {
                double[] values = PlainForward.outputs(forward, inputs, row * forward.inputs());
                for (int i = 0; i < values.length; i++) {
                    assertThat((double) said[row * values.length + i])
                            .isCloseTo(values[i], within(1e-5 * Math.max(1, Math.abs(values[i]))));
                }
            }
        }
    }

    @Test
    void probabilities_sum_to_one() {
        for (String name : List.of("shares", "normalised")) {
            Winner winner = ExportFixtures.named(name).winner();
            try (TrainedNetwork network = winner.network()) {
                float[] said = network.outputs(SampleRows.inputs(winner.preprocessing()), SampleRows.rows());
                for (int row = 0; row < SampleRows.rows(); row++) {
                    assertThat((double) said[3 * row] + said[3 * row + 1] + said[3 * row + 2])
                            .isCloseTo(1, within(1e-5));
                }
            }
        }
    }

    @Test
    void slopes_are_there_for_trained_ones_only() {
        try (TrainedNetwork network =
                ExportFixtures.named("normalised").winner().network()) {
            List<ForwardLayer> layers = network.forward().layers();
            assertThat(layers)
                    .extracting(ForwardLayer::activation)
                    .containsExactly(
                            Activation.RELU, Activation.PRELU, Activation.PRELU, Activation.RRELU, Activation.IDENTITY);
            assertThat(layers).extracting(layer -> layer.slopes().size()).containsExactly(0, 7, 6, 0, 0);
        }
    }

    @Test
    void too_few_parameters_are_refused() {
        Winner winner = ExportFixtures.named("linear").winner();
        assertThatThrownBy(() -> new TrainedNetwork(winner.genome(), winner.ends(), FloatVector.copyOf(new float[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parameters must be ");
    }
}
