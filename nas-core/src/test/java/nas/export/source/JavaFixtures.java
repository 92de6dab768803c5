package nas.export.source;

import com.google.common.collect.Lists;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.data.Dataset;
import nas.data.InputEncoding;
import nas.data.Preprocessing;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Task;
import nas.export.CsvText;
import nas.export.ExportFixtures;
import nas.export.Winner;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.Networks;
import nas.train.TrainedNetwork;
import nas.trial.FloatVector;

/** Tables and winners for the tests of what is exported. */
final class JavaFixtures {
    private JavaFixtures() {}

    /** Returns a winner's table as RFC 4180 has it, with its columns the other way round and blanks about its cells. */
    static String csv(ExportFixtures.Trained trained) {
        return CsvText.rows(trained.table()).stream()
                .map(row -> Lists.reverse(row).stream()
                        .map(cell -> "\" " + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Returns what the network says of each row, {@code [rows, outputs]}. */
    static float[] outputs(Winner winner, Dataset data) {
        int inputs = data.features().inputs();
        int rows = data.features().rows();
        float[] features = new float[rows * inputs];
        for (int row = 0; row < rows; row++) {
            data.features().copy(row, features, row * inputs);
        }
        try (TrainedNetwork network = winner.network()) {
            return network.outputs(features, rows);
        }
    }

    /** Returns a winner that nobody trained, with one layer of units between columns of numbers and classes. */
    static Winner untrained(int inputs, int units, int classes) {
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(units, Activation.TANH, 0))),
                new Recipe(Optimizer.ADAM, 0.01, 16));
        Networks.Ends ends = new Networks.Ends(inputs, classes, Task.CLASSIFICATION);
        SplittableRandom random = new SplittableRandom(3);
        float[] parameters = new float[Math.toIntExact(genome.parameters(inputs, classes))];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (random.nextDouble(-1, 1) / Math.sqrt(inputs));
        }
        return new Winner(
                genome,
                ends,
                FloatVector.copyOf(parameters),
                List.of(),
                Preprocessing.none(inputs, new TargetEncoding.Classes(Preprocessing.numbered("class ", classes))),
                new Winner.Origin("made up */ \\u002a/", "none", "0.1.0"));
    }

    /** Returns a winner that nobody trained, 784-512-256-128-10, with weights so large that float32 loses digits. */
    static Winner deep() {
        int pixels = 784;
        int classes = 10;
        Genome genome = new Genome(
                new Architecture(Stream.of(512, 256, 128)
                        .map(units -> new HiddenLayer(units, Activation.RELU, 0))
                        .toList()),
                new Recipe(Optimizer.ADAM, 0.01, 16));
        SplittableRandom random = new SplittableRandom(3);
        float[] parameters = new float[Math.toIntExact(genome.parameters(pixels, classes))];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextGaussian(0, 0.2);
        }
        return new Winner(
                genome,
                new Networks.Ends(pixels, classes, Task.CLASSIFICATION),
                FloatVector.copyOf(parameters),
                List.of(),
                new Preprocessing(
                        new InputEncoding.Pixels(pixels, new Standardisation(72.9, 51.3)),
                        new TargetEncoding.Classes(Preprocessing.numbered("class ", classes))),
                new Winner.Origin("made up", "none", "0.1.0"));
    }

    /** Returns a copy of a winner with other parameters. */
    static Winner withParameters(Winner winner, float[] parameters) {
        return new Winner(
                winner.genome(),
                winner.ends(),
                FloatVector.copyOf(parameters),
                winner.header(),
                winner.preprocessing(),
                winner.origin());
    }
}
