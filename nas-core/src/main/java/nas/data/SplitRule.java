package nas.data;

import org.jspecify.annotations.Nullable;

/**
 * How rows are divided into training, validation and test rows. Shares are of all rows, but if the test rows are the
 * official ones, then of the others; an official test set that is not used as such is divided like all other rows.
 * Nothing said means a fifth for validation; and for the test the official rows where there are some, else a fifth from
 * 500 rows on, else none.
 *
 * @param validation rows on which networks are compared; never {@link Portion.Official}
 * @param test rows that are opened once, at the very end
 * @param folds in how many parts the rows that are not for the test are divided, each of which validates what the others
 *     train, at least 2; 1 for a single validation part; {@code null} for what suits the number of rows
 * @param seed which rows go where; independent of the seed of the search
 */
public record SplitRule(
        Portion validation, Portion test, @Nullable Integer folds, long seed) {
    /** The rule where a search space says nothing. */
    public static final SplitRule DEFAULT = new SplitRule(new Portion.Automatic(), new Portion.Automatic(), null, 1);

    /** A rule that leaves the number of folds open. */
    public SplitRule(Portion validation, Portion test, long seed) {
        this(validation, test, null, seed);
    }

    /** @throws IllegalArgumentException if the validation rows are to be official ones, or {@code folds} is below 1 */
    public SplitRule {
        if (validation instanceof Portion.Official) {
            throw new IllegalArgumentException("validation rows cannot be official ones");
        }
        if (folds != null && folds < 1) {
            throw new IllegalArgumentException("folds must be >= 1, but was " + folds);
        }
    }
}
