package nas.train.blas;

/** Softmax and cross-entropy of classes. */
@SuppressWarnings("ArrayRecordComponent") // The labels are the data set's own.
record SoftmaxOutput(int[] labels, int classes, Exponential exponential) implements OutputKernel {
    /** A product of sums stays below this before its logarithm is taken. */
    private static final double LARGE = 1e200;

    @Override
    public double deltas(float[] sums, int[] order, int from, int rows) {
        double loss = 0;
        shift(sums, rows);
        for (int row = 0; row < rows; row++) {
            loss -= sums[row * classes + labels[order[from + row]]];
        }
        exponential.apply(sums, rows * classes);
        loss += normalise(sums, rows, 1f / rows);
        float share = 1f / rows;
        for (int row = 0; row < rows; row++) {
            sums[row * classes + labels[order[from + row]]] -= share;
        }
        return loss;
    }

    @Override
    public void outputs(float[] sums, int rows) {
        shift(sums, rows);
        exponential.apply(sums, rows * classes);
        normalise(sums, rows, 1);
    }

    /** Subtracts from each row its largest value. */
    void shift(float[] sums, int rows) {
        for (int begin = 0; begin < rows * classes; begin += classes) {
            float largest = sums[begin];
            for (int i = begin + 1; i < begin + classes; i++) {
                largest = Math.max(largest, sums[i]);
            }
            for (int i = begin; i < begin + classes; i++) {
                sums[i] -= largest;
            }
        }
    }

    /** Brings the sum of each row to {@code total} and returns the sum of the logarithms of the sums before. */
    private double normalise(float[] exponentials, int rows, float total) {
        double logarithms = 0;
        double product = 1;
        for (int begin = 0; begin < rows * classes; begin += classes) {
            float sum = 0;
            for (int i = begin; i < begin + classes; i++) {
                sum += exponentials[i];
            }
            float factor = total / sum;
            for (int i = begin; i < begin + classes; i++) {
                exponentials[i] *= factor;
            }
            product *= sum;
            if (product > LARGE) {
                logarithms += StrictMath.log(product);
                product = 1;
            }
        }
        return logarithms + StrictMath.log(product);
    }
}
