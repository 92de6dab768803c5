package nas.train.blas;

import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;

/** The output layer's activation and the loss. */
interface OutputKernel {
    /**
     * Replaces weighted sums by the derivatives of the batch's mean loss by them.
     *
     * @param sums {@code [rows, outputs]}, row-major
     * @param order rows of the data set, of which the batch begins at {@code from}
     * @return the sum of the rows' losses
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
        int outputs = classes.outputs();
        return switch (loss) {
            case CROSS_ENTROPY -> new SoftmaxOutput(classes.labels(), outputs, workspace.exponential());
            case BINARY_CROSS_ENTROPY -> new SigmoidOutput(classes.labels(), outputs, workspace, rows);
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
