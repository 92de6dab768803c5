package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a trained network does on the rows it is measured on. Where classes have weights, the losses are weighted: the
 * sum of weight times loss divided by the sum of the weights. Nothing else is.
 *
 * @param loss mean unregularised loss: cross-entropy in nats, or squared error of the standardised target, averaged over
 *     the outputs
 * @param lossStandardError standard deviation of the row losses divided by the square root of their number; of weighted
 *     losses the standard error of a ratio (Cochran 1977, "Sampling Techniques", 3rd ed., section 2.11)
 * @param constantLoss the loss, on the same rows, of always predicting the training rows' class shares or mean
 * @param accuracy share of rows whose most probable class is right; {@code null} for regression
 * @param rmse root mean squared error in the target's own unit; {@code null} for classification and for several outputs,
 *     which have no common unit
 * @param rows number of the rows it is measured on; 0 where that is not known
 * @param metrics what else was measured, each under its key, in a fixed order; what is undefined for the measured rows is
 *     left out. Empty where it is not known
 */
public record Measures(
        double loss,
        double lossStandardError,
        double constantLoss,
        @Nullable Double accuracy,
        @Nullable Double rmse,
        int rows,
        Map<String, Double> metrics) {
    /** Mean over the classes that occur of the share of their rows that are right. */
    public static final String BALANCED_ACCURACY = "balancedAccuracy";

    /** Area under the ROC curve; of more than two classes the mean of those of each class against the rest. */
    public static final String ROC_AUC = "rocAuc";

    /** F1 of the second class; of more than two classes the mean over those that occur or are predicted. */
    public static final String F1 = "f1";

    /** Mean cross-entropy in nats, unweighted. */
    public static final String LOG_LOSS = "logLoss";

    /** Mean absolute error in the target's own unit. */
    public static final String MAE = "mae";

    /** Root mean squared error; with several outputs only, each under {@link #ofOutput}. */
    public static final String RMSE = "rmse";

    /** 1 less the share of the measured rows' variance that is left; of several outputs the mean of theirs. */
    public static final String R2 = "r2";

    /**
     * Copies the metrics in their order.
     *
     * @throws IllegalArgumentException if {@code rows} is negative or a metric is not finite
     */
    public Measures {
        checkArgument(rows >= 0, "rows must be >= 0, but was %s", rows);
        metrics = ImmutableMap.copyOf(metrics);
        metrics.forEach(
                (key, value) -> checkArgument(Double.isFinite(value), "%s must be finite, but was %s", key, value));
    }

    /** Measures on a number of rows that is not known, and without other metrics. */
    public Measures(
            double loss,
            double lossStandardError,
            double constantLoss,
            @Nullable Double accuracy,
            @Nullable Double rmse) {
        this(loss, lossStandardError, constantLoss, accuracy, rmse, 0, ImmutableMap.of());
    }

    /**
     * Returns the measures on all rows of several sets, of which each was measured by itself: the same as if the row losses
     * had been put together first, where classes have no weights. With weights, and for other metrics, means over the sets,
     * weighed by their rows. A single one is returned as it is.
     *
     * @param parts at least one; the number of rows must be known unless there is only one
     * @throws IllegalArgumentException if there is none, or one of several without its number of rows
     */
    public static Measures pooled(List<Measures> parts) {
        checkArgument(!parts.isEmpty(), "parts must be at least 1, but were none");
        return parts.size() == 1 ? parts.get(0) : new PooledMeasures(parts).measures();
    }

    /**
     * Returns the means of the measures of several networks on the same rows, such as one genome's with several seeds. The
     * standard error of the loss is the root mean square of theirs: on the same rows, more networks do not lessen the
     * error that comes of the rows. Metrics are those that all have. A single one is returned as it is.
     *
     * @param parts at least one
     * @throws IllegalArgumentException if there is none, or they are not on the same number of rows or of different tasks
     */
    public static Measures mean(List<Measures> parts) {
        checkArgument(!parts.isEmpty(), "parts must be at least 1, but were none");
        return parts.size() == 1 ? parts.get(0) : new MeanMeasures(parts).measures();
    }

    /** Returns the key of a metric of one of several outputs, such as {@code rmse:price}. */
    public static String ofOutput(String metric, String output) {
        return metric + ":" + output;
    }

    /** Returns a copy with other metrics. */
    public Measures withMetrics(Map<String, Double> changed) {
        return new Measures(loss, lossStandardError, constantLoss, accuracy, rmse, rows, changed);
    }
}
