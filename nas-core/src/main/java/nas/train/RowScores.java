package nas.train;

import java.util.Map;
import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;
import nas.trial.Detail;
import nas.trial.Measures;

/**
 * Adds up losses row by row, in double and in the order of the rows, each as often as its weight says, and makes measures
 * of them. What is to be kept of each row goes to its details.
 */
final class RowScores {
    private static final double HIGHEST_LOSS = 60;
    private static final double LEAST_PROBABILITY = StrictMath.exp(-HIGHEST_LOSS);

    private final Dataset data;
    private final ConstantPrediction constant;
    private final RowWeights weights;
    private final boolean isShared;
    private final RowDetails details;
    private int rows;
    private long hits;
    private double plainSum;
    private double constantSum;
    // of weights w and losses l: w, w·l, (w·l)², w²·l, w²
    private double weightSum;
    private double lossSum;
    private double squaredSum;
    private double crossSum;
    private double squaredWeightSum;

    /**
     * Begins with no rows.
     *
     * @param loss what was trained on, resolved: outputs of {@link Loss#BINARY_CROSS_ENTROPY} are one probability for
     *     each class by itself, and are divided by their sum
     * @param details takes the loss, the error and the predictions of each row
     */
    RowScores(Dataset data, ConstantPrediction constant, Loss loss, RowDetails details) {
        this.isShared = loss == Loss.BINARY_CROSS_ENTROPY;
        this.data = data;
        this.weights = RowWeights.of(data.targets());
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
                        values -> valueLoss(values, row, outputs, offset));
        count(row, loss);
        details.add(Detail.ROW_LOSSES, loss);
        if (details.keeps(Detail.ROW_ERRORS)) {
            details.add(Detail.ROW_ERRORS, error(row, outputs, offset));
        }
        if (details.keeps(Detail.PREDICTIONS)) {
            addPredictions(outputs, offset);
        }
    }

    /** A weight of 1 changes no bit of any sum. */
    private void count(int row, double loss) {
        double weight = weights.of(row);
        double weighted = weight * loss;
        rows++;
        plainSum += loss;
        constantSum += weight * constant.loss(row);
        weightSum += weight;
        lossSum += weighted;
        squaredSum += weighted * weighted;
        crossSum += weight * weighted;
        squaredWeightSum += weight * weight;
    }

    Measures measures() {
        double mean = lossSum / weightSum;
        return new Measures(
                mean,
                weights.areUnequal() ? weightedError(mean) : standardError(mean),
                constantSum / weightSum,
                data.targets() instanceof Targets.Classes ? (double) hits / rows : null,
                data.targets() instanceof Targets.Values values && values.outputs() == 1
                        ? Math.sqrt(mean) * values.standardisation(0).deviation()
                        : null,
                rows,
                Map.of());
    }

    /** Returns the mean loss of the rows, all counting alike. */
    double plainLoss() {
        return plainSum / rows;
    }

    private double standardError(double mean) {
        double variance = Math.max(0, squaredSum / rows - mean * mean) * rows / Math.max(1, rows - 1);
        return Math.sqrt(variance / rows);
    }

    /** {@code Σ w²·(l − mean)² · n/(n − 1)} is the variance of the sum of weighted distances from the mean. */
    private double weightedError(double mean) {
        double squares = squaredSum - 2 * mean * crossSum + mean * mean * squaredWeightSum;
        return Math.sqrt(Math.max(0, squares) * rows / Math.max(1, rows - 1)) / weightSum;
    }

    private static double valueLoss(Targets.Values values, int row, float[] outputs, int offset) {
        int count = values.outputs();
        double sum = 0;
        for (int output = 0; output < count; output++) {
            double error = outputs[offset + output] - (double) values.standardised()[row * count + output];
            sum += error * error;
        }
        return sum / count;
    }

    private double error(int row, float[] outputs, int offset) {
        return data.targets()
                .match(
                        classes -> highest(outputs, offset, data.outputs()) == classes.labels()[row] ? 0.0 : 1.0,
                        values -> squaredError(values, row, outputs, offset));
    }

    /** In the unit of each output. */
    private static double squaredError(Targets.Values values, int row, float[] outputs, int offset) {
        int count = values.outputs();
        double sum = 0;
        for (int output = 0; output < count; output++) {
            double standardised = outputs[offset + output] - (double) values.standardised()[row * count + output];
            double error = standardised * values.standardisation(output).deviation();
            sum += error * error;
        }
        return sum / count;
    }

    private double classLoss(int label, float[] outputs, int offset) {
        hits += highest(outputs, offset, data.outputs()) == label ? 1 : 0;
        return crossEntropy(
                isShared
                        ? share(outputs[offset + label], sum(outputs, offset, data.outputs()))
                        : outputs[offset + label]);
    }

    /** Returns which of the outputs of a row is the highest, of several the first. */
    static int highest(float[] outputs, int offset, int count) {
        int highest = 0;
        for (int output = 1; output < count; output++) {
            if (outputs[offset + output] > outputs[offset + highest]) {
                highest = output;
            }
        }
        return highest;
    }

    /** Returns each row's probabilities of classes by themselves divided by their sum. */
    static float[] shares(float[] said, int outputs) {
        float[] shares = new float[said.length];
        for (int begin = 0; begin < said.length; begin += outputs) {
            double sum = sum(said, begin, outputs);
            for (int i = begin; i < begin + outputs; i++) {
                shares[i] = (float) share(said[i], sum);
            }
        }
        return shares;
    }

    private void addPredictions(float[] outputs, int offset) {
        double sum = isShared ? sum(outputs, offset, data.outputs()) : 1;
        for (int output = 0; output < data.outputs(); output++) {
            float said = outputs[offset + output];
            details.add(Detail.PREDICTIONS, isShared ? share(said, sum) : said);
        }
    }

    /** A sigmoid in float32 underflows to 0, too; where all do, none is more probable than another. */
    private static double share(double probability, double sum) {
        return Math.max(probability, LEAST_PROBABILITY) / sum;
    }

    private static double sum(float[] outputs, int offset, int count) {
        double sum = 0;
        for (int output = 0; output < count; output++) {
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
}
