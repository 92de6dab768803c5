package nas.data;

import org.jspecify.annotations.Nullable;

/**
 * Which rows are used, which belong together and which come first. The columns named here are no inputs.
 *
 * @param group the column whose equal cells mark rows that no split parts, or {@code null}
 * @param time the column by whose order rows are split, the earliest for training, or {@code null}
 * @param limit how many rows to use at most, official test rows not counted, drawn by the split's seed; of a generated
 *     data set, how many to compute; or {@code null}
 */
public record RowChoice(
        @Nullable String group,
        @Nullable String time,
        @Nullable Integer limit) {
    /** All rows, each by itself. */
    public static final RowChoice ALL = new RowChoice(null, null, null);

    /** @throws IllegalArgumentException if {@code limit} is below 1 */
    public RowChoice {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("rows must be >= 1, but was " + limit);
        }
    }

    /** Returns a copy with another limit. */
    public RowChoice withLimit(@Nullable Integer changed) {
        return new RowChoice(group, time, changed);
    }
}
