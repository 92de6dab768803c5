package nas.train.blas;

import nas.space.Activation;

/** A sigmoid for each class and the sum over classes of the binary cross-entropies. */
final class SigmoidOutput implements OutputKernel {
    private final int[] labels;
    private final int classes;
    private final float[] sigmoids;
    private final ActivationKernel softplus;
    private final ActivationKernel sigmoid;

    SigmoidOutput(int[] labels, int classes, Workspace workspace, int rows) {
        this.labels = labels;
        this.classes = classes;
        this.sigmoids = workspace.array((long) rows * classes);
        this.softplus = ActivationKernel.of(Activation.SOFTPLUS, workspace.exponential());
        this.sigmoid = ActivationKernel.of(Activation.SIGMOID, workspace.exponential());
    }

    /** The loss of a row is the sum of the softplus of all its sums less the sum of its class; sigmoids are slopes. */
    @Override
    public double deltas(float[] sums, int[] order, int from, int rows) {
        int count = rows * classes;
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            loss -= sums[row * classes + labels[order[from + row]]];
        }
        softplus(sums, rows);
        float share = 1f / rows;
        for (int i = 0; i < count; i++) {
            loss += sums[i];
            sums[i] = sigmoids[i] * share;
        }
        for (int row = 0; row < rows; row++) {
            sums[row * classes + labels[order[from + row]]] -= share;
        }
        return loss;
    }

    /** Replaces sums by their softplus and returns their sigmoids, at the same places. */
    float[] softplus(float[] sums, int rows) {
        softplus.apply(sums, sigmoids, rows * classes);
        return sigmoids;
    }

    int classes() {
        return classes;
    }

    int label(int row) {
        return labels[row];
    }

    @Override
    public void outputs(float[] sums, int rows) {
        sigmoid.apply(sums, sigmoids, rows * classes);
    }
}
