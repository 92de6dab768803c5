package nas.train;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import nas.data.Dataset;
import nas.data.Targets;
import nas.data.Task;
import nas.space.Genome;

/** Seeded random rows and parameters for comparisons with the reference. */
final class ReferenceData {
    private final Networks.Ends ends;
    private final float[] features;
    private final float[] labels;
    private final float[] weights;

    private ReferenceData(Networks.Ends ends, float[] features, float[] labels, float[] weights) {
        this.ends = ends;
        this.features = features;
        this.labels = labels;
        this.weights = weights;
    }

    /** Returns rows with normal features, and random classes or normal targets. */
    static ReferenceData random(Networks.Ends ends, int rows, long seed) {
        RandomGenerator random = new Random(seed);
        float[] features = normal(random, rows * ends.inputs(), 1);
        float[] labels = normal(random, rows * ends.outputs(), 1);
        if (ends.task() == Task.CLASSIFICATION) {
            Arrays.fill(labels, 0);
            for (int row = 0; row < rows; row++) {
                labels[row * ends.outputs() + random.nextInt(ends.outputs())] = 1;
            }
        }
        return new ReferenceData(ends, features, labels, ones(rows));
    }

    /** Returns all rows of a data set. */
    static ReferenceData of(Dataset data) {
        float[] labels = data.targets().match(ReferenceData::oneHot, Targets.Values::standardised);
        Networks.Ends ends = new Networks.Ends(data.inputs(), data.outputs(), data.task());
        float[] features = new float[data.rows() * data.inputs()];
        for (int row = 0; row < data.rows(); row++) {
            data.features().copy(row, features, row * data.inputs());
        }
        float[] weights = data.targets().match(ReferenceData::weights, values -> ones(values.rows()));
        return new ReferenceData(ends, features, labels, weights);
    }

    /** Returns normal parameters for a genome, small enough that few units saturate. */
    static float[] parameters(Genome genome, Networks.Ends ends, long seed) {
        return normal(new Random(seed), Math.toIntExact(genome.parameters(ends.inputs(), ends.outputs())), 0.5);
    }

    int rows() {
        return features.length / ends.inputs();
    }

    /** Returns {@code [rows, inputs]}, row-major. */
    float[] features() {
        return features;
    }

    /** Returns {@code [rows, outputs]}, row-major. */
    float[] labels() {
        return labels;
    }

    /** Returns how much each row counts. */
    float[] weights() {
        return weights;
    }

    /** Returns so many ones. */
    static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns some of the rows. */
    ReferenceData rows(int from, int to) {
        return new ReferenceData(
                ends,
                Arrays.copyOfRange(features, from * ends.inputs(), to * ends.inputs()),
                Arrays.copyOfRange(labels, from * ends.outputs(), to * ends.outputs()),
                Arrays.copyOfRange(weights, from, to));
    }

    /** Returns these rows with each input multiplied by a factor of its own. */
    ReferenceData scaled(float... factors) {
        float[] scaled = features.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[i % ends.inputs()];
        }
        return new ReferenceData(ends, scaled, labels, weights);
    }

    private static float[] oneHot(Targets.Classes classes) {
        float[] labels = new float[classes.rows() * classes.outputs()];
        for (int row = 0; row < classes.rows(); row++) {
            labels[row * classes.outputs() + classes.labels()[row]] = 1;
        }
        return labels;
    }

    private static float[] weights(Targets.Classes classes) {
        float[] weights = ones(classes.rows());
        for (int row = 0; classes.isWeighted() && row < weights.length; row++) {
            weights[row] = classes.weights().get(classes.labels()[row]).floatValue();
        }
        return weights;
    }

    private static float[] normal(RandomGenerator random, int length, double deviation) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }
}
