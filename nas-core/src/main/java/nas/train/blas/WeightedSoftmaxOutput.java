package nas.train.blas;

/** Softmax and cross-entropy of classes whose rows count differently. */
@SuppressWarnings("ArrayRecordComponent") // A few numbers that nobody writes to.
record WeightedSoftmaxOutput(SoftmaxOutput softmax, float[] weights) implements OutputKernel {
    @Override
    public double deltas(float[] sums, int[] order, int from, int rows) {
        int classes = softmax.classes();
        double loss = 0;
        softmax.shift(sums, rows);
        for (int row = 0; row < rows; row++) {
            int label = softmax.labels()[order[from + row]];
            loss -= (double) weights[label] * sums[row * classes + label];
        }
        softmax.exponential().apply(sums, rows * classes);
        for (int row = 0; row < rows; row++) {
            int label = softmax.labels()[order[from + row]];
            loss += weights[label] * StrictMath.log(deltas(sums, row * classes, label, weights[label] / rows));
        }
        return loss;
    }

    /** Makes derivatives of one row's exponentials, and returns the sum of these. */
    private double deltas(float[] exponentials, int begin, int label, float share) {
        int end = begin + softmax.classes();
        float sum = 0;
        for (int i = begin; i < end; i++) {
            sum += exponentials[i];
        }
        float factor = share / sum;
        for (int i = begin; i < end; i++) {
            exponentials[i] *= factor;
        }
        exponentials[begin + label] -= share;
        return sum;
    }

    @Override
    public void outputs(float[] sums, int rows) {
        softmax.outputs(sums, rows);
    }
}
