package nas.train;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.data.ByteRows;
import nas.data.Dataset;
import nas.data.Features;
import nas.data.Preprocessing;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.Targets;

/** Makes rows to train on where only the time counts: uniform noise with random classes, the same in every process. */
final class ProbeRows {
    private static final int VALIDATION_PART = 5;
    private static final Standardisation BYTES_TO_1 = new Standardisation(0, 255);

    private ProbeRows() {}

    /** Returns rows of which the last fifth is for validation. */
    static Dataset of(int inputs, int rows) {
        SplittableRandom random = new SplittableRandom(inputs);
        float[] features = new float[rows * inputs];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextDouble();
        }
        return of(new Features.Floats(features, inputs), random);
    }

    /** Returns rows of the same kind that are held as bytes. */
    static Dataset ofBytes(int inputs, int rows) {
        SplittableRandom random = new SplittableRandom(inputs);
        byte[] features = new byte[rows * inputs];
        random.nextBytes(features);
        return of(Features.Bytes.of(ByteRows.of(features, inputs), BYTES_TO_1), random);
    }

    private static Dataset of(Features features, SplittableRandom random) {
        int rows = features.rows();
        int[] labels = random.ints(rows, 0, ProbeNetwork.OUTPUTS).toArray();
        Targets targets = new Targets.Classes(
                labels,
                IntStream.range(0, ProbeNetwork.OUTPUTS)
                        .mapToObj(Integer::toString)
                        .toList());
        int trained = rows - rows / VALIDATION_PART;
        Split split = new Split(
                IntStream.range(0, trained).toArray(),
                IntStream.range(trained, rows).toArray(),
                new int[0]);
        Preprocessing preprocessing = Preprocessing.none(features.inputs(), targets.encoding());
        return Dataset.of("noise", new Dataset.Rows(features, targets), split, preprocessing);
    }
}
