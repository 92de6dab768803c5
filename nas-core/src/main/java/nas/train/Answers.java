package nas.train;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalDouble;
import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;
import nas.trial.Measures;

/**
 * What a network said of the rows that it is measured on when it was asked last, for the metrics of a trial's end: those
 * cost more than a loss, and nobody wants them after every epoch.
 */
final class Answers {
    private final Dataset data;
    private final int[] rows;
    private final boolean isShared;
    private final float[] said;
    private int filled;

    /**
     * Begins without answers.
     *
     * @param rows indices into the data set, in the order in which answers come
     * @param loss what was trained on, resolved
     */
    Answers(Dataset data, int[] rows, Loss loss) {
        this.data = data;
        this.rows = rows;
        this.isShared = loss == Loss.BINARY_CROSS_ENTROPY;
        this.said = new float[Math.multiplyExact(rows.length, data.outputs())];
    }

    /** Forgets all answers. */
    void clear() {
        filled = 0;
    }

    /** Adds those of the next row. */
    void add(float[] outputs, int offset) {
        int count = data.outputs();
        System.arraycopy(outputs, offset, said, filled, count);
        filled += count;
    }

    /**
     * Returns the metrics of all rows. Those that are undefined, or not finite, are left out.
     *
     * @param rowLoss mean loss of the rows, unweighted
     */
    Map<String, Double> metrics(double rowLoss) {
        ImmutableMap.Builder<String, Double> metrics = ImmutableMap.builder();
        if (data.targets() instanceof Targets.Classes classes) {
            ClassMetrics found = new ClassMetrics(classes, rows, said);
            put(metrics, Measures.BALANCED_ACCURACY, found.balancedAccuracy());
            put(metrics, Measures.ROC_AUC, found.rocAuc(isShared ? RowScores.shares(said, data.outputs()) : said));
            put(metrics, Measures.F1, found.f1());
            put(metrics, Measures.LOG_LOSS, OptionalDouble.of(rowLoss));
        } else if (data.targets() instanceof Targets.Values values) {
            putValues(metrics, new ValueMetrics(values, rows, said));
        }
        return metrics.buildOrThrow();
    }

    private static void putValues(ImmutableMap.Builder<String, Double> metrics, ValueMetrics found) {
        if (found.outputs() == 1) {
            put(metrics, Measures.MAE, found.mae(0));
        } else {
            for (int output = 0; output < found.outputs(); output++) {
                put(metrics, Measures.ofOutput(Measures.RMSE, found.name(output)), found.rmse(output));
                put(metrics, Measures.ofOutput(Measures.MAE, found.name(output)), found.mae(output));
                put(metrics, Measures.ofOutput(Measures.R2, found.name(output)), found.r2(output));
            }
        }
        put(metrics, Measures.R2, found.r2());
    }

    private static void put(ImmutableMap.Builder<String, Double> metrics, String key, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            metrics.put(key, value.getAsDouble());
        }
    }
}
