package nas.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;

/** Data sets that are learnt in a fraction of a second. */
final class SmallData {
    private SmallData() {}

    /** Two classes inside and outside a circle: no linear model learns them. */
    static Dataset rings(int rows) {
        float[] features = features(rows);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            double radius = Math.hypot(features[2 * row], features[2 * row + 1]);
            labels[row] = radius < 1 ? 0 : 1;
        }
        return Dataset.of("rings", features, new Targets.Classes(labels, List.of("inside", "outside")), split(rows));
    }

    /** Two classes on both sides of a line, with a gap between them. */
    static Dataset halves(int rows) {
        float[] features = features(rows);
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            float distance = features[2 * row] - features[2 * row + 1];
            labels[row] = distance > 0 ? 1 : 0;
            features[2 * row] += distance > 0 ? 0.2f : -0.2f;
        }
        return Dataset.of("halves", features, new Targets.Classes(labels, List.of("below", "above")), split(rows));
    }

    /** A target that is the difference of two inputs; its unit is a tenth of the standardised one. */
    static Dataset difference(int rows) {
        float[] features = features(rows);
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = (features[2 * row] - features[2 * row + 1]) / 1.4f;
        }
        return Dataset.of(
                "difference",
                features,
                new Targets.Values(targets, new TargetEncoding.Output("y", new Standardisation(5, 0.1))),
                split(rows));
    }

    static Genome genome(HiddenLayer... layers) {
        return new Genome(new Architecture(List.of(layers)), new Recipe(Optimizer.ADAM, 0.01, 32));
    }

    static HiddenLayer layer(int units, double dropout) {
        return new HiddenLayer(units, Activation.ELU, dropout);
    }

    private static float[] features(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        float[] features = new float[2 * rows];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (3 * random.nextDouble() - 1.5);
        }
        return features;
    }

    private static Split split(int rows) {
        int train = rows * 6 / 10;
        int validation = rows * 8 / 10;
        return new Split(
                IntStream.range(0, train).toArray(),
                IntStream.range(train, validation).toArray(),
                IntStream.range(validation, rows).toArray());
    }

    /** Returns a copy of all inputs, {@code [rows, inputs]}, row-major. */
    static float[] features(Dataset data) {
        float[] features = new float[data.rows() * data.inputs()];
        for (int row = 0; row < data.rows(); row++) {
            data.features().copy(row, features, row * data.inputs());
        }
        return features;
    }
}
