package nas.train.blas;

/** A sigmoid for each class and the sum over classes of the binary cross-entropies, of rows that count differently. */
@SuppressWarnings("ArrayRecordComponent") // A few numbers that nobody writes to.
record WeightedSigmoidOutput(SigmoidOutput sigmoid, float[] weights) implements OutputKernel {
    @Override
    public double deltas(float[] sums, int[] order, int from, int rows) {
        int classes = sigmoid.classes();
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            int label = sigmoid.label(order[from + row]);
            loss -= (double) weights[label] * sums[row * classes + label];
        }
        float[] sigmoids = sigmoid.softplus(sums, rows);
        for (int row = 0; row < rows; row++) {
            int label = sigmoid.label(order[from + row]);
            float share = weights[label] / rows;
            for (int i = row * classes; i < (row + 1) * classes; i++) {
                loss += (double) weights[label] * sums[i];
                sums[i] = sigmoids[i] * share;
            }
            sums[row * classes + label] -= share;
        }
        return loss;
    }

    @Override
    public void outputs(float[] sums, int rows) {
        sigmoid.outputs(sums, rows);
    }
}
