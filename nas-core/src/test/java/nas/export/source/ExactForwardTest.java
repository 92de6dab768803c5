package nas.export.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import nas.export.ExportFixtures;
import nas.export.SampleRows;
import nas.train.TrainedNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactForwardTest {
    static Stream<ExportFixtures.Trained> winners() {
        return ExportFixtures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("winners")
    void formulas_say_what_the_network_says_but_for_its_rounding(ExportFixtures.Trained trained) {
        float[] inputs = SampleRows.inputs(trained.winner().preprocessing());
        try (TrainedNetwork network = trained.winner().network()) {
            float[] said = network.outputs(inputs, SampleRows.rows());

            List<double[]> exact = new ExactForward(network.forward()).outputs(inputs);

            assertThat(exact).hasSize(SampleRows.rows());
            for (int i = 0; i < said.length; i++) {
                double[] row = exact.get(i / network.forward().outputs());
                double value = row[i % row.length];
                assertThat((double) said[i]).isCloseTo(value, within(1e-5 * Math.max(1, Math.abs(value))));
            }
        }
    }
}
