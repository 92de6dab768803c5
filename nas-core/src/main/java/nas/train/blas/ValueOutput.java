package nas.train.blas;

import nas.space.Loss;

/** Outputs as they are, and squared, absolute or Huber's error, averaged over outputs. */
@SuppressWarnings("ArrayRecordComponent") // The targets are the data set's own.
record ValueOutput(Loss loss, float[] targets, int outputs) implements OutputKernel {
    @Override
    public double deltas(float[] sums, int[] order, int from, int rows) {
        float share = 1f / outputs / rows;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            int target = order[from + row] * outputs;
            for (int output = 0; output < outputs; output++) {
                int i = row * outputs + output;
                float error = sums[i] - targets[target + output];
                total += loss(error);
                sums[i] = slope(error) * share;
            }
        }
        return total / outputs;
    }

    @Override
    public void outputs(float[] sums, int rows) {
        // Weighted sums are the outputs.
    }

    private double loss(float error) {
        return switch (loss) {
            case MSE -> (double) error * error;
            case MAE -> Math.abs(error);
            case HUBER -> Math.abs(error) <= 1 ? (double) error * error / 2 : Math.abs(error) - 0.5;
            case AUTO, CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> throw new IllegalStateException(loss.word());
        };
    }

    private float slope(float error) {
        return switch (loss) {
            case MSE -> 2 * error;
            case MAE -> Math.signum(error);
            case HUBER -> Math.min(Math.max(error, -1), 1);
            case AUTO, CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> throw new IllegalStateException(loss.word());
        };
    }
}
