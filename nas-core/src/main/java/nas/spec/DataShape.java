package nas.spec;

import static com.google.common.base.Preconditions.checkArgument;

import nas.data.Dataset;
import nas.data.Task;

/**
 * What defaults are chosen by: how much there is to learn from, and what.
 *
 * @param trainingRows rows that one trial trains on, at least 1
 * @param inputs network inputs, at least 1
 * @param outputs network outputs, at least 1
 * @param task what is predicted
 * @param folds on how many folds a genome is measured; 1 where there is a single validation part
 */
public record DataShape(int trainingRows, int inputs, int outputs, Task task, int folds) {
    /** @throws IllegalArgumentException if a number is below 1 */
    public DataShape {
        checkArgument(trainingRows >= 1, "training rows must be >= 1, but were %s", trainingRows);
        checkArgument(inputs >= 1, "inputs must be >= 1, but were %s", inputs);
        checkArgument(outputs >= 1, "outputs must be >= 1, but were %s", outputs);
        checkArgument(folds >= 1, "folds must be >= 1, but were %s", folds);
    }

    /** Returns the shape of a data set. */
    public static DataShape of(Dataset data) {
        return new DataShape(
                data.ofOneTrial().split().train().length,
                data.inputs(),
                data.outputs(),
                data.task(),
                Math.max(1, data.folds().size()));
    }
}
