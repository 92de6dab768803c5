package nas.bench;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Genome;
import nas.trial.FloatVector;

/**
 * The learning curves of all genomes of a task, each trained with three seeds: the first measured on the half of the
 * validation rows that a strategy sees, the others on the half on which its answer is judged.
 *
 * @param ground what was trained, on what
 * @param rows one for each genome, in the order of the task's listing
 */
record LossTable(Ground ground, List<Row> rows) {
    /** Seeds that each genome is trained with. */
    static final int SEEDS = 3;

    /** @throws IllegalArgumentException if a curve has not one loss for each epoch */
    LossTable {
        rows = ImmutableList.copyOf(rows);
        for (Row row : rows) {
            for (FloatVector curve : row.curves()) {
                checkArgument(
                        curve.size() == ground.epochs(),
                        "curves must have %s losses, but one has %s",
                        ground.epochs(),
                        curve.size());
            }
        }
    }

    /**
     * What the losses depend on besides genome and seed.
     *
     * @param task word of the task
     * @param epochs epochs of a full training
     * @param trainingVersion version of the training code
     * @param seen the half that a strategy sees
     * @param judged the half on which its answer is judged
     */
    record Ground(String task, int epochs, int trainingVersion, Half seen, Half judged) {}

    /**
     * One half of the validation rows.
     *
     * @param fingerprint that of the data set that has this half for validation
     * @param constantLoss loss of the constant prediction there
     */
    record Half(String fingerprint, double constantLoss) {}

    /**
     * One genome.
     *
     * @param genome the genome
     * @param parameters number of its parameters
     * @param curves for each seed the loss after each epoch, no number from where the training failed
     */
    record Row(Genome genome, long parameters, List<FloatVector> curves) {
        /** @throws IllegalArgumentException if there are not as many curves as seeds */
        Row {
            curves = ImmutableList.copyOf(curves);
            checkArgument(curves.size() == SEEDS, "curves must be %s, but were %s", SEEDS, curves.size());
        }
    }
}
