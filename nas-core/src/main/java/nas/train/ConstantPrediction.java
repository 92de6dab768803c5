package nas.train;

import nas.data.Dataset;
import nas.data.Targets;

/**
 * Always predicts the shares of the classes, weighted as the rows are, or the mean, of given training rows: what a network
 * has to beat.
 */
final class ConstantPrediction {
    private final Targets targets;
    private final double[] classLosses;
    private final double[] means;

    ConstantPrediction(Dataset data, int[] trainingRows) {
        this.targets = data.targets();
        this.classLosses = targets.match(classes -> classLosses(classes, trainingRows), values -> new double[0]);
        this.means = targets.match(classes -> new double[0], values -> means(values, trainingRows));
    }

    /** Returns the loss of this prediction for a row of the data set. */
    double loss(int row) {
        return targets.match(classes -> classLosses[classes.labels()[row]], values -> loss(values, row));
    }

    private double loss(Targets.Values values, int row) {
        double sum = 0;
        for (int output = 0; output < means.length; output++) {
            double error = values.standardised()[row * means.length + output] - means[output];
            sum += error * error;
        }
        return sum / means.length;
    }

    private static double[] classLosses(Targets.Classes classes, int[] rows) {
        RowWeights weights = RowWeights.of(classes);
        double[] losses = new double[classes.names().size()];
        double sum = 0;
        for (int row : rows) {
            losses[classes.labels()[row]] += weights.of(row);
            sum += weights.of(row);
        }
        for (int label = 0; label < losses.length; label++) {
            losses[label] = RowScores.crossEntropy(losses[label] / sum);
        }
        return losses;
    }

    private static double[] means(Targets.Values values, int[] rows) {
        double[] means = new double[values.outputs()];
        for (int row : rows) {
            for (int output = 0; output < means.length; output++) {
                means[output] += values.standardised()[row * means.length + output];
            }
        }
        for (int output = 0; output < means.length; output++) {
            means[output] /= rows.length;
        }
        return means;
    }
}
