package nas.train;

import nas.data.Task;
import nas.space.Loss;

/** The output activation and the loss of one row, in float64. */
enum ReferenceLoss {
    /** Softmax and cross-entropy. */
    CROSS_ENTROPY {
        @Override
        double[] outputs(double[] sums) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double sum : sums) {
                largest = Math.max(largest, sum);
            }
            double total = 0;
            double[] outputs = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                outputs[i] = Math.exp(sums[i] - largest);
                total += outputs[i];
            }
            for (int i = 0; i < sums.length; i++) {
                outputs[i] /= total;
            }
            return outputs;
        }

        @Override
        double term(double output, double label) {
            return label == 0 ? 0 : -label * Math.log(output);
        }

        @Override
        double slope(double sum, double output, double label) {
            return output - label;
        }
    },

    /**
     * Sigmoids and the sum of their binary cross-entropies. As in DL4J, probabilities are clipped to [1e-5, 1 - 1e-5] in
     * the loss and in its slope by the probability, but not in the sigmoid's slope, so beyond the clip the gradient is not
     * quite that of the loss.
     */
    BINARY_CROSS_ENTROPY {
        @Override
        double[] outputs(double[] sums) {
            double[] outputs = new double[sums.length];
            for (int i = 0; i < sums.length; i++) {
                outputs[i] = ReferenceActivation.sigmoid(sums[i]);
            }
            return outputs;
        }

        @Override
        double term(double output, double label) {
            double clipped = clip(output);
            return -label * Math.log(clipped) - (1 - label) * Math.log(1 - clipped);
        }

        @Override
        double slope(double sum, double output, double label) {
            double clipped = clip(output);
            return (clipped - label) / (clipped * (1 - clipped)) * ReferenceActivation.sigmoidSlope(sum);
        }

        private static double clip(double probability) {
            return Math.min(Math.max(probability, CLIP), 1 - CLIP);
        }
    },

    /** Squared error, averaged over the outputs. */
    MSE {
        @Override
        double[] outputs(double[] sums) {
            return sums.clone();
        }

        @Override
        double term(double output, double label) {
            return (output - label) * (output - label);
        }

        @Override
        double slope(double sum, double output, double label) {
            return 2 * (output - label);
        }

        @Override
        boolean isAveragedOverOutputs() {
            return true;
        }
    },

    /** Absolute error, averaged over the outputs. */
    MAE {
        @Override
        double[] outputs(double[] sums) {
            return sums.clone();
        }

        @Override
        double term(double output, double label) {
            return Math.abs(output - label);
        }

        @Override
        double slope(double sum, double output, double label) {
            return Math.signum(output - label);
        }

        @Override
        boolean isAveragedOverOutputs() {
            return true;
        }
    },

    /** Half the squared error up to 1, the absolute error less a half above, averaged over the outputs. */
    HUBER {
        @Override
        double[] outputs(double[] sums) {
            return sums.clone();
        }

        @Override
        double term(double output, double label) {
            double error = Math.abs(output - label);
            return error <= 1 ? error * error / 2 : error - 0.5;
        }

        @Override
        double slope(double sum, double output, double label) {
            return Math.min(Math.max(output - label, -1), 1);
        }

        @Override
        boolean isAveragedOverOutputs() {
            return true;
        }
    };

    private static final double CLIP = 1e-5;

    /** Returns the loss that a recipe names, for {@link Loss#AUTO} the task's own. */
    static ReferenceLoss of(Loss loss, Task task) {
        return switch (loss) {
            case AUTO ->
                switch (task) {
                    case CLASSIFICATION -> CROSS_ENTROPY;
                    case REGRESSION -> MSE;
                };
            case CROSS_ENTROPY -> CROSS_ENTROPY;
            case BINARY_CROSS_ENTROPY -> BINARY_CROSS_ENTROPY;
            case MSE -> MSE;
            case MAE -> MAE;
            case HUBER -> HUBER;
        };
    }

    /** Returns what the network says, of the weighted sums of its output units. */
    abstract double[] outputs(double[] sums);

    /** Returns what one output adds to the loss of its row. */
    abstract double term(double output, double label);

    /** Returns the derivative of the summed terms by one weighted sum. */
    abstract double slope(double sum, double output, double label);

    /** Says whether the terms are averaged over the outputs; if not, they are summed. */
    boolean isAveragedOverOutputs() {
        return false;
    }

    /** Returns the loss of one row. */
    final double value(double[] sums, double[] labels) {
        double[] outputs = outputs(sums);
        double value = 0;
        for (int i = 0; i < sums.length; i++) {
            value += term(outputs[i], labels[i]);
        }
        return value / divisor(sums);
    }

    /** Returns the derivative of the loss of one row by each weighted sum. */
    final double[] gradient(double[] sums, double[] labels) {
        double[] outputs = outputs(sums);
        double[] gradient = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = slope(sums[i], outputs[i], labels[i]) / divisor(sums);
        }
        return gradient;
    }

    private int divisor(double[] sums) {
        return isAveragedOverOutputs() ? sums.length : 1;
    }
}
