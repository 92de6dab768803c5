package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nas.data.Dataset;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchNormTest {
    private static final Dataset RINGS = SmallData.rings(60);
    private static final int[] ORDER = RINGS.split().train();

    /** Running means and variances have no gradient: what DL4J moves them by is no slope of the loss. */
    private static final List<String> STATISTICS = List.of("mean", "log10stdev", "var");

    @Test
    void gradients_are_slopes_of_the_loss() {
        MultiLayerNetwork network = Networks.create(genome(ORDER.length), Networks.Ends.of(RINGS), 3);
        try (Batches batches = new Batches(RINGS, ORDER.length, ORDER.length)) {
            batches.walk(ORDER, batch -> {
                network.setInput(batch.features());
                network.setLabels(batch.labels());
                network.computeGradientAndScore();
                slopes(network).forEach((name, slopes) -> assertSlopes(network, name, slopes));
                return true;
            });
        } finally {
            Networks.free(network);
        }
    }

    /** Until DL4J applies them, gradients are sums over the batch. */
    private static Map<String, INDArray> slopes(MultiLayerNetwork network) {
        return network.gradient().gradientForVariable().entrySet().stream()
                .filter(entry -> STATISTICS.stream().noneMatch(entry.getKey()::endsWith))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().div(ORDER.length)));
    }

    /** Central differences in float32: 0.003 to either side, with losses good to seven digits. */
    private static void assertSlopes(MultiLayerNetwork network, String name, INDArray slopes) {
        INDArray parameter = network.getParam(name);
        for (long i = 0; i < parameter.length(); i++) {
            float value = parameter.getFloat(i);
            double slope =
                    (loss(network, parameter, i, value + 0.003f) - loss(network, parameter, i, value - 0.003f)) / 0.006;
            parameter.putScalar(i, value);
            assertThat(slopes.getDouble(i)).as("%s[%s]", name, i).isCloseTo(slope, within(2e-4));
        }
    }

    private static double loss(MultiLayerNetwork network, INDArray parameter, long index, float value) {
        parameter.putScalar(index, value);
        network.computeGradientAndScore();
        return network.score();
    }

    /** One row more than full batches made its variance 0, and the network useless where it was measured. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void one_row_too_many_does_no_harm(int batchSize) {
        Dataset data = SmallData.rings(535);
        assertThat(data.split().train()).hasSize(321);
        Trial trial = new Trial(genome(batchSize), new Budget(20), 3, Fold.VALIDATION);
        try (EngineRunner runner = new EngineRunner(data, EngineChoice.DL4J)) {
            Measures measures = runner.run(TrialRequest.of(trial), Abandonment.NEVER)
                    .measures()
                    .orElseThrow();
            assertThat(measures.loss()).isLessThan(0.7 * measures.constantLoss());
        }
    }

    private static Genome genome(int batchSize) {
        HiddenLayer layer = new HiddenLayer(8, Activation.TANH, 0).withBatchNorm(true);
        return new Genome(new Architecture(List.of(layer, layer)), new Recipe(Optimizer.ADAM, 0.02, batchSize));
    }
}
