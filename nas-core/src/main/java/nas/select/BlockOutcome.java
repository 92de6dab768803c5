package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.trial.Measures;

/**
 * What training a genome in one block gave. A block is one measured fold of a large table, or all folds of one partition
 * of a small one.
 *
 * @param measures the measures on all measured rows
 * @param folds those of each fold, in order; a single one for a large table
 * @param rows the losses of the measured rows, fold after fold
 */
public record BlockOutcome(Measures measures, List<Measures> folds, RowLosses rows) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no fold, or if the rows of several do not sum up to the rows
     */
    public BlockOutcome {
        folds = ImmutableList.copyOf(folds);
        checkArgument(!folds.isEmpty(), "folds must be >= 1, but were none");
        int sum = folds.stream().mapToInt(Measures::rows).sum();
        checkArgument(
                folds.size() == 1 || sum == rows.size(),
                "folds must sum up to the measured rows %s, but have %s",
                rows.size(),
                sum);
    }

    /** A block that is one measured fold. */
    public BlockOutcome(Measures measures, RowLosses rows) {
        this(measures, List.of(measures), rows);
    }

    /** Tells whether the block is a whole partition. */
    public boolean isPartition() {
        return folds.size() > 1;
    }
}
