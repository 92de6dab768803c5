package nas.train;

import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;
import nas.trial.Detail;
import nas.trial.Measures;

/**
 * Adds up losses row by row, in double and in the order of the rows, and makes measures of them. What is to be kept of
 * each row goes to its details.
 */
final class RowScores {
    private static final double HIGHEST_LOSS = 60;
    private static final double LEAST_PROBABILITY = StrictMath.exp(-HIGHEST_LOSS);

    private final Dataset data;
    private final ConstantPrediction constant;
    private final boolean isShared;
    private final RowDetails details;
    private long rows;
    private double lossSum;
    private double squaredSum;
    private double constantSum;
    private long hits;

    /**
     * Begins with no rows.
     *
     * @param loss what was trained on, resolved: outputs of {@link Loss#BINARY_CROSS_ENTROPY} are one probability for
     *     each class by itself, and are divided by their sum
     * @param details takes the loss and the predictions of each row
     */
    RowScores(Dataset data, ConstantPrediction constant, Loss loss, RowDetails details) {
        this.isShared = loss == Loss.BINARY_CROSS_ENTROPY;
        this.data = data;
        this.constant = constant;
        this.details = details;
    }

    /**
     * Adds one row.
     *
     * @param row index of the row in the data set
     * @param outputs what the network says, {@code [rows, outputs]}, row-major
     * @param offset where this row's outputs begin
     */
    void add(int row, float[] outputs, int offset) {
        double loss = data.targets()
                .match(
                        classes -> classLoss(classes.labels()[row], outputs, offset),
                        values -> square(outputs[offset] - (double) values.standardised()[row]));
        rows++;
        lossSum += loss;
        squaredSum += loss * loss;
        constantSum += constant.loss(row);
        details.add(Detail.ROW_LOSSES, loss);
        if (details.keeps(Detail.PREDICTIONS)) {
            addPredictions(outputs, offset);
        }
    }

    Measures measures() {
        double mean = lossSum / rows;
        double variance = Math.max(0, squaredSum / rows - mean * mean) * rows / Math.max(1, rows - 1);
        return new Measures(
                mean,
                Math.sqrt(variance / rows),
                constantSum / rows,
                data.targets() instanceof Targets.Classes ? (double) hits / rows : null,
                data.targets() instanceof Targets.Values values
                        ? Math.sqrt(mean) * values.standardisation().deviation()
                        : null);
    }

    private double classLoss(int label, float[] outputs, int offset) {
        int predicted = 0;
        for (int output = 1; output < data.outputs(); output++) {
            if (outputs[offset + output] > outputs[offset + predicted]) {
                predicted = output;
            }
        }
        hits += predicted == label ? 1 : 0;
        return crossEntropy(isShared ? share(outputs[offset + label], sum(outputs, offset)) : outputs[offset + label]);
    }

    private void addPredictions(float[] outputs, int offset) {
        double sum = isShared ? sum(outputs, offset) : 1;
        for (int output = 0; output < data.outputs(); output++) {
            float said = outputs[offset + output];
            details.add(Detail.PREDICTIONS, isShared ? share(said, sum) : said);
        }
    }

    /** A sigmoid in float32 underflows to 0, too; where all do, none is more probable than another. */
    private static double share(double probability, double sum) {
        return Math.max(probability, LEAST_PROBABILITY) / sum;
    }

    private double sum(float[] outputs, int offset) {
        double sum = 0;
        for (int output = 0; output < data.outputs(); output++) {
            sum += Math.max(outputs[offset + output], LEAST_PROBABILITY);
        }
        return sum;
    }

    /** A softmax in float32 underflows to 0; e^-60 stands for all smaller probabilities, whichever engine says them. */
    static double crossEntropy(double probability) {
        return probability >= LEAST_PROBABILITY || Double.isNaN(probability)
                ? -StrictMath.log(probability)
                : HIGHEST_LOSS;
    }

    private static double square(double value) {
        return value * value;
    }
}
