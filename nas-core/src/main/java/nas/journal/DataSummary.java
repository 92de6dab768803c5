package nas.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import nas.trial.Folding;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;

/**
 * What a run was about, as far as it can be said without the data.
 *
 * @param name name of the data set
 * @param task {@code classification} or {@code regression}
 * @param inputs width of the network's input
 * @param outputs width of the network's output
 * @param rows how many rows there are for what
 * @param fingerprint checksum over everything that is trained on and measured
 * @param folds in how many folds the rows that are not for the test are divided; 0 if they are not, also where an older
 *     version wrote nothing about it
 * @param leading key of the metric that results are told with first, one of {@link LeadingMetric}
 * @param leadingReason why it is not the usual one, or {@code null} if it is
 */
public record DataSummary(
        String name,
        String task,
        int inputs,
        int outputs,
        Rows rows,
        String fingerprint,
        int folds,
        String leading,
        @Nullable String leadingReason) {
    private static final String CLASSIFICATION = "classification";

    /**
     * Takes what is known.
     *
     * @throws NullPointerException if anything but the reason is {@code null}
     * @throws IllegalArgumentException if {@code folds} is 1 or negative, or there is no such metric
     */
    @JsonCreator
    public DataSummary {
        checkNotNull(name, "name");
        checkNotNull(task, "task");
        checkNotNull(rows, "rows");
        checkNotNull(fingerprint, "fingerprint");
        new Folding(folds);
        checkNotNull(leading, "leading");
        checkArgument(LeadingMetric.ofKey(leading).isPresent(), "leading must be a metric, but was %s", leading);
    }

    /** A summary with the usual leading metric. */
    public DataSummary(String name, String task, int inputs, int outputs, Rows rows, String fingerprint, int folds) {
        this(
                name,
                task,
                inputs,
                outputs,
                rows,
                fingerprint,
                folds,
                usualMetric(task, outputs).key(),
                null);
    }

    /** A summary of data without folds. */
    public DataSummary(String name, String task, int inputs, int outputs, Rows rows, String fingerprint) {
        this(name, task, inputs, outputs, rows, fingerprint, 0);
    }

    /** Returns how a search on these data measures a genome. */
    public Folding folding() {
        return new Folding(folds);
    }

    /**
     * Numbers of rows. Where there are folds, training and validation rows are the same: each row trains in all folds but
     * one and validates in that one. Only rows that every fold must train, lest it lack a class, never validate.
     *
     * @param train rows that train
     * @param validation rows that validate
     * @param test rows that are opened once, at the end
     */
    public record Rows(int train, int validation, int test) {}

    /** Returns the metric that leads where nothing speaks against it. */
    static LeadingMetric usualMetric(String task, int outputs) {
        if (task.equals(CLASSIFICATION)) {
            return LeadingMetric.ACCURACY;
        }
        return outputs == 1 ? LeadingMetric.RMSE : LeadingMetric.R2;
    }

    /** Returns a copy that another metric leads, for a reason. */
    public DataSummary withLeading(LeadingMetric metric, String reason) {
        return new DataSummary(name, task, inputs, outputs, rows, fingerprint, folds, metric.key(), reason);
    }

    /** Returns the metric that results are told with first. */
    public LeadingMetric metric() {
        return LeadingMetric.ofKey(leading).orElseThrow();
    }

    /** Tells whether it is the one that leads where nothing speaks against it. */
    boolean isUsual() {
        return metric() == usualMetric(task, outputs) && leadingReason == null;
    }
}
