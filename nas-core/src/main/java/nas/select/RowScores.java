package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import nas.space.Genome;
import nas.trial.FloatVector;

/**
 * How a genome does on each row of a table, each time predicted by a network that was not trained on it.
 *
 * @param genome the genome
 * @param parameters number of its trainable parameters
 * @param rows the loss of each row; all genomes have their rows in the same order
 * @param errors the error of each row, as {@link RowErrors} says; empty for {@link RowErrors#UNKNOWN}
 */
public record RowScores(Genome genome, long parameters, RowLosses rows, FloatVector errors) {
    /** @throws IllegalArgumentException if there are errors, but not one for each row */
    public RowScores {
        checkArgument(
                errors.size() == 0 || errors.size() == rows.size(),
                "there must be errors of %s rows or none, but were %s",
                rows.size(),
                errors.size());
    }

    /** What the error of a row is. */
    public enum RowErrors {
        /** 1 where the most probable class is wrong, else 0. */
        WRONG,
        /** The squared error in the target's unit. */
        SQUARED,
        /** It is not known, as of several outputs, which have no common unit. */
        UNKNOWN
    }
}
