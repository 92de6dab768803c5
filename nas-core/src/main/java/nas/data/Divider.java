package nas.data;

import java.util.List;
import java.util.stream.IntStream;

/** A way to divide the rows of a pool. Depends on nothing but the pool and a seed. */
interface Divider {
    /** The fold of a row that every fold trains. */
    int ALWAYS_TRAINED = -1;

    /** What a row is used for. */
    enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /**
     * How many rows are wanted for what; the others train.
     *
     * @param validation rows to validate; 0 if the training rows are to be divided into folds
     * @param test rows to test; may be 0
     * @param folds in how many folds the training rows are to be divided; 1 if they are not
     */
    record Wanted(int validation, int test, int folds) {}

    /** Returns the way that suits rows. */
    static Divider of(Strata strata, long seed) {
        if (strata.isTimed()) {
            return new TimeOrder(seed);
        }
        return strata.isGrouped() ? new WholeGroups(seed) : new StratifiedRows(seed);
    }

    /**
     * Returns the part of the row at each place; as near as may be to what is wanted.
     *
     * @throws nas.InvalidInputException if some part would be empty
     */
    Part[] parts(Pool pool, Wanted wanted);

    /** Returns in how many folds a pool can be divided at most; below 2 if in none. */
    int mostFolds(Pool pool);

    /** Returns what folds are made of: {@code rows} or {@code groups}. */
    String unit();

    /**
     * Returns the fold of the row at each place, from 0, or {@link #ALWAYS_TRAINED}. No fold is empty, and the rows outside
     * a fold have all classes, unless time orders them.
     *
     * @param count number of folds, at least 2 and no more than there can be
     */
    int[] folds(Pool pool, int count);

    /** Returns a split for each of so many folds: it trains what is not in the fold, validates what is, and tests nothing. */
    default List<Split> splits(Pool pool, int count) {
        int[] folds = folds(pool, count);
        return IntStream.range(0, count)
                .mapToObj(fold -> new Split(
                        pool.rows(place -> folds[place] != fold), pool.rows(place -> folds[place] == fold), new int[0]))
                .toList();
    }

    /**
     * Returns a pool of so many rows, or nearly so many but no more.
     *
     * @param limit at least 1 and less than the pool has
     * @throws nas.InvalidInputException if these are too few
     */
    Pool sample(Pool pool, int limit);

    /** Returns the names of the classes that fewer than so many have, but not none. */
    static List<String> rare(Pool pool, int[] having, int least) {
        return IntStream.range(0, having.length)
                .filter(label -> having[label] > 0 && having[label] < least)
                .mapToObj(pool.strata().classes()::get)
                .toList();
    }
}
