package nas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nas.data.DataDescription;
import nas.data.DataSource;
import nas.data.Dataset;
import nas.data.Portion;
import nas.data.SplitRule;
import nas.data.Targets;
import nas.data.source.Datasets;
import nas.data.source.SourceLookup;
import nas.journal.JournalFixtures;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.Networks;
import nas.trial.Detail;
import nas.trial.FloatVector;
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
        TrialResult result = ExportFixtures.train(iris, GENOME);
        Path file = written(iris, result);

        MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
        int hits = 0;
        for (int row : iris.split().test()) {
            INDArray output = network.output(
                    Nd4j.createFromArray(new float[][] {iris.features().row(row)}));
            int label = iris.targets().match(classes -> classes.labels()[row], values -> -1);
            hits += output.argMax(1).getInt(0) == label ? 1 : 0;
        }
        assertThat((double) hits / iris.split().test().length)
                .isCloseTo(result.measures().orElseThrow().accuracy(), within(1e-12));
        assertThat(FloatVector.copyOf(network.params().toFloatVector())).isEqualTo(parameters(result));
        network.close();
    }

    @Test
    void what_is_read_is_what_was_written() {
        Dataset iris = iris();
        TrialResult result = ExportFixtures.train(iris, GENOME);
        Winner winner = WinnerBundle.read(written(iris, result));
        assertThat(winner.preprocessing()).isEqualTo(iris.preprocessing());
        assertThat(winner.genome()).isEqualTo(GENOME);
        assertThat(winner.parameters()).isEqualTo(parameters(result));
        assertThat(winner.ends()).isEqualTo(Networks.Ends.of(iris));
        assertThat(winner.origin()).isEqualTo(new Winner.Origin("iris", "abc", "0.1.0"));
        assertThat(winner.preprocessing().encode(List.of("5.1", "3.5", "1.4", "0.2")))
                .containsExactly(iris.features().row(0));
    }

    @Test
    void equal_winners_make_equal_files() throws IOException {
        Dataset iris = iris();
        TrialResult result = ExportFixtures.train(iris, GENOME);
        byte[] first = Files.readAllBytes(written(iris, result));
        assertThat(written(iris, result)).hasBinaryContent(first);
    }

    private Path written(Dataset data, TrialResult result) {
        RunFolder folder = new RunFolder(temporary);
        WinnerBundle.write(folder, data, new RunHistory(JournalFixtures.HEADER), result);
        assertThat(WinnerBundle.isThere(folder, GENOME.key())).isTrue();
        assertThat(WinnerBundle.isThere(folder, "other")).isFalse();
        assertThat(WinnerBundle.training(folder)).isEqualTo(result.trial());
        return temporary.resolve(WinnerBundle.FILE);
    }

    private static Dataset iris() {
        DataSource source = SourceLookup.resolve("iris", Path.of("."), Optional.empty());
        SplitRule split = new SplitRule(new Portion.Share(0.2), new Portion.Share(0.2), 1);
        Dataset iris = Datasets.load(DataDescription.of(source).withSplit(split));
        assertThat(iris.targets()).isInstanceOf(Targets.Classes.class);
        return iris;
    }

    private static FloatVector parameters(TrialResult result) {
        return result.detail(Detail.PARAMETERS).orElseThrow();
    }
}
