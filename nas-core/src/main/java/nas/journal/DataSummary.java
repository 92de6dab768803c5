package nas.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nas.trial.Detail;
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
 * @param hasWeights whether rows of some class count more than others
 * @param hasGroups whether rows belong to groups
 * @param blocks into how many blocks the rows that are not for the test can be divided at most, {@link #MOST_BLOCKS} if
 *     into more; below 2 if they cannot be divided
 * @param targets what each output of a network stands for; empty where an older version wrote nothing about it
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
        @Nullable String leadingReason,
        boolean hasWeights,
        boolean hasGroups,
        int blocks,
        List<Target> targets) {
    /** Into more blocks rows are never divided. */
    public static final int MOST_BLOCKS = 10;

    private static final String CLASSIFICATION = "classification";

    /**
     * Takes what is known.
     *
     * @throws NullPointerException if anything but the reason is {@code null}
     * @throws IllegalArgumentException if {@code folds} is 1 or negative, there is no such metric, or the targets are not one
     *     for each output
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
        checkArgument(blocks >= 0 && blocks <= MOST_BLOCKS, "blocks must be from 0 to 10, but were %s", blocks);
        targets = ImmutableList.copyOf(targets);
        checkArgument(
                targets.isEmpty() || targets.size() == outputs,
                "targets must be one for each of %s outputs, but were %s",
                outputs,
                targets.size());
    }

    /**
     * What an output of a network stands for.
     *
     * @param name name of the class, or of the number
     * @param mean of a number, that of the training rows, in its unit; 0 for a class
     * @param deviation of a number, that of the training rows, in its unit; 1 for a class
     */
    public record Target(String name, double mean, double deviation) {
        /** The output of a class. */
        public Target(String name) {
            this(name, 0, 1);
        }
    }

    /** A summary of rows that all count alike, belong to no groups and are many. */
    public DataSummary(
            String name,
            String task,
            int inputs,
            int outputs,
            Rows rows,
            String fingerprint,
            int folds,
            String leading,
            @Nullable String leadingReason) {
        this(
                name,
                task,
                inputs,
                outputs,
                rows,
                fingerprint,
                folds,
                leading,
                leadingReason,
                false,
                false,
                MOST_BLOCKS,
                List.of());
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

    /** Tells whether classes are told apart, and not numbers predicted. */
    public boolean predictsClasses() {
        return task.equals(CLASSIFICATION);
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
        return new DataSummary(
                name,
                task,
                inputs,
                outputs,
                rows,
                fingerprint,
                folds,
                metric.key(),
                reason,
                hasWeights,
                hasGroups,
                blocks,
                targets);
    }

    /** Returns a copy whose rows may have weights or groups and can be divided into so many blocks. */
    public DataSummary withRowTraits(boolean weighted, boolean grouped, int most) {
        return new DataSummary(
                name,
                task,
                inputs,
                outputs,
                rows,
                fingerprint,
                folds,
                leading,
                leadingReason,
                weighted,
                grouped,
                Math.min(MOST_BLOCKS, most),
                targets);
    }

    /** Returns a copy whose outputs stand for these. */
    public DataSummary withTargets(List<Target> known) {
        return new DataSummary(
                name,
                task,
                inputs,
                outputs,
                rows,
                fingerprint,
                folds,
                leading,
                leadingReason,
                hasWeights,
                hasGroups,
                blocks,
                known);
    }

    /** Returns the details by which two networks are compared row by row, those of them that these data can give. */
    public Set<Detail> comparedDetails() {
        EnumSet<Detail> details = EnumSet.of(Detail.ROW_LOSSES);
        if (hasWeights) {
            details.add(Detail.ROW_WEIGHTS);
        }
        if (hasGroups) {
            details.add(Detail.ROW_GROUPS);
        }
        return Sets.immutableEnumSet(details);
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
