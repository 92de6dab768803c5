package nas.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A split together with the splits of its folds. In each fold some of the training rows validate what the others train;
 * no row validates twice. A row that validates in no fold trains in all of them.
 *
 * @param split which rows train and which test; its validation part is empty if and only if there are folds
 * @param folds one split for each fold, at least 2, without test rows; or none
 * @param strata what the rows have in common, by which blocks are divided later; {@code null} for their classes alone
 */
public record FoldedSplit(
        Split split, List<Split> folds, @Nullable Strata strata) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is a single fold, if there are validation rows beside folds, if the rows of
     *     a fold are not those that the split trains, if a fold has test rows or nothing to validate, or if a row
     *     validates twice
     */
    public FoldedSplit {
        folds = ImmutableList.copyOf(folds);
        if (folds.size() == 1 || (!folds.isEmpty() && split.validation().length > 0)) {
            throw new IllegalArgumentException(
                    "folds must be at least 2 and have no validation rows beside them, but were " + folds.size()
                            + " beside " + split.validation().length + " rows");
        }
        BitSet validated = new BitSet();
        for (Split fold : folds) {
            check(fold, split, validated);
        }
    }

    /**
     * A split of rows that have nothing but their classes in common.
     *
     * @throws IllegalArgumentException as above
     */
    public FoldedSplit(Split split, List<Split> folds) {
        this(split, folds, null);
    }

    /** Returns a split without folds. */
    public static FoldedSplit of(Split split) {
        return new FoldedSplit(split, ImmutableList.of());
    }

    /** Returns a copy that knows what the rows have in common. */
    FoldedSplit withStrata(Strata changed) {
        return new FoldedSplit(split, folds, changed);
    }

    /**
     * Makes the data set of this split, with the data sets of its folds.
     *
     * @param encode makes the data set of a split, with a preprocessing that is fitted on that split's training rows alone;
     *     all of them must have the same rows, inputs and outputs. Where there are folds it is kept, for blocks
     */
    public Dataset dataset(Function<Split, Dataset> encode) {
        Function<Split, Dataset> make = strata == null ? encode : encode.andThen(data -> data.withStrata(strata));
        Dataset whole = make.apply(split);
        return folds.isEmpty()
                ? whole
                : whole.withFolds(folds.stream().map(make).toList()).withRefit(make);
    }

    private static void check(Split fold, Split split, BitSet validated) {
        int[] rows = Ints.concat(fold.train(), fold.validation());
        Arrays.sort(rows);
        if (fold.test().length > 0 || fold.validation().length == 0 || !Arrays.equals(rows, split.train())) {
            throw new IllegalArgumentException("a fold must train or validate each of the " + split.train().length
                    + " training rows and test none, but trains " + fold.train().length + ", validates "
                    + fold.validation().length + " and tests " + fold.test().length);
        }
        for (int row : fold.validation()) {
            if (validated.get(row)) {
                throw new IllegalArgumentException(
                        "a row must validate in one fold at most, but row " + row + " does in two");
            }
            validated.set(row);
        }
    }
}
