package nas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Portion;
import nas.data.Preprocessing;
import nas.data.SplitRule;
import nas.data.Targets;
import nas.data.source.Datasets;
import nas.data.source.SourceLookup;
import nas.journal.RunFolder;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.LocalEvaluator;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class WinnerBundleTest {
    private static final Genome GENOME = new Genome(
            new Architecture(List.of(new HiddenLayer(8, Activation.GELU, 0.1), new HiddenLayer(5, Activation.SELU, 0))),
            new Recipe(Optimizer.ADAM, 0.02, 16));

    @TempDir
    Path temporary;

    @Test
    void stock_dl4j_reads_the_winner_and_predicts_what_was_reported() throws IOException {
        Dataset iris = iris();
        TrialResult result = train(iris);
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        WinnerBundle.write(folder, iris, GENOME, parameters(result));

        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(
                folder.path().resolve(WinnerBundle.NETWORK_FILE).toFile());
        int hits = 0;
        for (int row : iris.split().test()) {
            INDArray output = network.output(features(iris, row));
            int label = iris.targets().match(classes -> classes.labels()[row], values -> -1);
            hits += output.argMax(1).getInt(0) == label ? 1 : 0;
        }
        assertThat((double) hits / iris.split().test().length)
                .isCloseTo(result.measures().orElseThrow().accuracy(), within(1e-12));
        assertThat(FloatVector.copyOf(network.params().toFloatVector())).isEqualTo(parameters(result));
        network.close();
    }

    @Test
    void preprocessing_lies_beside_it_and_leads_from_raw_rows_to_inputs() throws IOException {
        Dataset iris = iris();
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        WinnerBundle.write(folder, iris, GENOME, parameters(train(iris)));

        Preprocessing read = WinnerBundle.preprocessing(folder);
        assertThat(read).isEqualTo(iris.preprocessing());
        assertThat(read.encode(List.of("5.1", "3.5", "1.4", "0.2")))
                .containsExactly(features(iris, 0).toFloatVector());
    }

    private static Dataset iris() {
        DataSource source = SourceLookup.resolve("iris", Path.of("."), Optional.empty());
        SplitRule split = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 1);
        Dataset iris = Datasets.load(DataDescription.of(source).withSplit(split));
        assertThat(iris.targets()).isInstanceOf(Targets.Classes.class);
        return iris;
    }

    private static TrialResult train(Dataset data) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator = new LocalEvaluator(data, 1)) {
            Trial trial = new Trial(GENOME, new Budget(20), 1, Fold.TEST);
            evaluator.evaluate(List.of(TrialRequest.of(trial, Detail.PARAMETERS)), results::add);
        }
        return results.get(0);
    }

    private static FloatVector parameters(TrialResult result) {
        return result.detail(Detail.PARAMETERS).orElseThrow();
    }

    private static INDArray features(Dataset data, int row) {
        float[] values = new float[data.inputs()];
        data.features().copy(row, values, 0);
        return Nd4j.createFromArray(new float[][] {values});
    }
}
