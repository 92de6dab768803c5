package nas.train.blas;

import com.google.common.primitives.Floats;
import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;

/** The output layer's activation and the loss. */
interface OutputKernel {
    /**
     * Replaces weighted sums by the derivatives of the batch's mean loss by them. Where rows have weights, a row's loss
     * counts as often as its weight says, and the mean is still over the number of rows.
     *
     * @param sums {@code [rows, outputs]}, row-major
     * @param order rows of the data set, of which the batch begins at {@code from}
     * @return the sum of the rows' losses, each times the weight of its row
     */
    double deltas(float[] sums, int[] order, int from, int rows);

    /** Replaces weighted sums by what the network says: probabilities or values. */
    void outputs(float[] sums, int rows);

    /**
     * Returns the kernel of a loss, for batches of at most so many rows.
     *
     * @throws IllegalArgumentException if the loss does not fit the data's targets
     */
    static OutputKernel of(Loss loss, Dataset data, Workspace workspace, int rows) {
        return data.targets()
                .match(
                        classes -> ofClasses(loss, classes, workspace, rows),
                        values -> ofValues(loss, values, data.outputs()));
    }

    private static OutputKernel ofClasses(Loss loss, Targets.Classes classes, Workspace workspace, int rows) {
        float[] weights = Floats.toArray(classes.weights());
        return switch (loss) {
            case CROSS_ENTROPY -> {
                SoftmaxOutput softmax = new SoftmaxOutput(classes.labels(), classes.outputs(), workspace.exponential());
                yield classes.isWeighted() ? new WeightedSoftmaxOutput(softmax, weights) : softmax;
            }
            case BINARY_CROSS_ENTROPY -> {
                SigmoidOutput sigmoid = new SigmoidOutput(classes.labels(), classes.outputs(), workspace, rows);
                yield classes.isWeighted() ? new WeightedSigmoidOutput(sigmoid, weights) : sigmoid;
            }
            case AUTO, MSE, MAE, HUBER -> throw misfit(loss, "classes");
        };
    }

    private static OutputKernel ofValues(Loss loss, Targets.Values values, int outputs) {
        return switch (loss) {
            case MSE, MAE, HUBER -> new ValueOutput(loss, values.standardised(), outputs);
            case AUTO, CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> throw misfit(loss, "values");
        };
    }

    private static IllegalArgumentException misfit(Loss loss, String targets) {
        return new IllegalArgumentException("loss " + loss.word() + " does not fit a target of " + targets);
    }
}
