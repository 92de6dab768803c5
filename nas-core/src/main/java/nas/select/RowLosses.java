package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import nas.trial.FloatVector;
import org.jspecify.annotations.Nullable;

/**
 * The loss of each row that a genome was measured on. All genomes that are measured in the same block have their rows in
 * the same order.
 *
 * @param losses the losses, unweighted
 * @param weights what each row counts, above 0; {@code null} where all count alike
 * @param groups the number of each row's group, the same in every block; {@code null} where rows do not belong together
 */
public record RowLosses(
        FloatVector losses,
        @Nullable FloatVector weights,
        @Nullable ImmutableIntArray groups) {
    /** @throws IllegalArgumentException if there is no row, or not a weight and a group for each where there are some */
    public RowLosses {
        int rows = losses.size();
        checkArgument(rows >= 1, "rows must be >= 1, but were none");
        checkArgument(weights == null || weights.size() == rows, "there must be %s weights: %s", rows, weights);
        checkArgument(groups == null || groups.length() == rows, "there must be groups of %s rows", rows);
    }

    /** Losses of rows that count alike and do not belong together. */
    public RowLosses(FloatVector losses) {
        this(losses, null, null);
    }

    /** Returns the number of rows. */
    public int size() {
        return losses.size();
    }
}
