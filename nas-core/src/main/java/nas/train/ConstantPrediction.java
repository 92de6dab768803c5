package nas.train;

import nas.data.Dataset;
import nas.data.Targets;

/** Always predicts the shares of the classes, or the mean, of given training rows: what a network has to beat. */
final class ConstantPrediction {
    private final Targets targets;
    private final double[] classLosses;
    private final double mean;

    ConstantPrediction(Dataset data, int[] trainingRows) {
        this.targets = data.targets();
        this.classLosses = targets.match(classes -> classLosses(classes, trainingRows), values -> new double[0]);
        this.mean = targets.match(classes -> 0.0, values -> mean(values, trainingRows));
    }

    /** Returns the loss of this prediction for a row of the data set. */
    double loss(int row) {
        return targets.match(
                classes -> classLosses[classes.labels()[row]],
                values -> (values.standardised()[row] - mean) * (values.standardised()[row] - mean));
    }

    private static double[] classLosses(Targets.Classes classes, int[] rows) {
        double[] losses = new double[classes.names().size()];
        for (int row : rows) {
            losses[classes.labels()[row]]++;
        }
        for (int label = 0; label < losses.length; label++) {
            losses[label] = RowScores.crossEntropy(losses[label] / rows.length);
        }
        return losses;
    }

    private static double mean(Targets.Values values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values.standardised()[row];
        }
        return sum / rows.length;
    }
}
