package nas.data;

import java.util.BitSet;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides rows by a seed. Each part gets each class's share of rows as nearly as possible, and every class keeps at least
 * one training row. Rows of one group stay together. Rows that are ordered by time are not drawn: the earliest train, the
 * latest test, and classes do not matter. Rows that were not drawn, where there is a limit, are in no part.
 *
 * <p>Where fewer than 2,000 rows are left for training and validation, and nothing else is said, these are divided into 5
 * folds (or fewer, where there are fewer rows or groups), each of which validates what the others train.
 */
public final class Splitter {
    private static final Logger LOG = LoggerFactory.getLogger(Splitter.class);
    private static final double FIFTH = 0.2;
    private static final int ENOUGH_FOR_TEST = 500;
    private static final int ENOUGH_WITHOUT_FOLDS = 2_000;
    private static final int FOLDS = 5;

    private final SplitRule rule;
    private final Strata strata;
    private final boolean isOfficial;
    private final Divider divider;
    private final Pool pool;

    private Splitter(SplitRule rule, RowChoice choice, Strata strata) {
        this.rule = rule;
        this.strata = strata;
        this.isOfficial = isOfficial(rule.test(), strata);
        this.divider = Divider.of(strata, rule.seed());
        this.pool = limited(
                Pool.of(strata, isOfficial ? strata.rows() - strata.official() : strata.rows()), choice.limit());
    }

    /**
     * Divides all rows.
     *
     * @throws InvalidInputException if the rule does not suit the rows
     */
    public static FoldedSplit split(SplitRule rule, Strata strata) {
        return split(rule, RowChoice.ALL, strata);
    }

    /**
     * Divides rows.
     *
     * @param choice says how many rows to draw at most; which belong together and which come first is in the strata
     * @throws InvalidInputException if the rule or the choice does not suit the rows
     */
    public static FoldedSplit split(SplitRule rule, RowChoice choice, Strata strata) {
        if ((choice.group() != null && choice.time() != null) || (strata.isGrouped() && strata.isTimed())) {
            throw new InvalidInputException("data.group and data.time exclude each other");
        }
        return new Splitter(rule, choice, strata).split();
    }

    private static boolean isOfficial(Portion test, Strata strata) {
        boolean exists = strata.official() > 0;
        boolean isOfficial = test.match(() -> exists, () -> existing(exists), count -> false, share -> false);
        if (exists && !isOfficial) {
            LOG.info(
                    "The {} official test rows are used like all others, since data.split.test says how many to draw",
                    strata.official());
        }
        return isOfficial;
    }

    private static boolean existing(boolean exists) {
        if (!exists) {
            throw new InvalidInputException("data.split.test must be a number or a share of rows, but was official; "
                    + "these data have no official test set");
        }
        return true;
    }

    private Pool limited(Pool all, @Nullable Integer limit) {
        if (limit == null || limit == all.size()) {
            return all;
        }
        if (limit > all.size()) {
            LOG.warn("data.rows is {}, but there are only {} rows; all are used", limit, all.size());
            return all;
        }
        return divider.sample(all, limit);
    }

    private FoldedSplit split() {
        warnOfGroupsInTest();
        int test = isOfficial ? 0 : test(rule.test());
        Integer folds = rule.folds();
        if (folds == null) {
            return isSmall(test) ? folded(test, FOLDS) : single(test);
        }
        return folds == 1 ? single(test) : folded(test, allowed(folds));
    }

    private boolean isSmall(int test) {
        return rule.validation() instanceof Portion.Automatic
                && !strata.isTimed()
                && pool.size() - test < ENOUGH_WITHOUT_FOLDS;
    }

    private int allowed(int folds) {
        if (!(rule.validation() instanceof Portion.Automatic)) {
            throw new InvalidInputException(
                    "data.split.folds must be 1 or left out where data.split.validation says how"
                            + " many rows validate, but was " + folds);
        }
        if (strata.isTimed()) {
            throw new InvalidInputException(
                    "data.split.folds must be 1 or left out where data.time orders the rows, but was " + folds);
        }
        return folds;
    }

    private FoldedSplit single(int test) {
        int validation = validation(rule.validation());
        checkRest(test, validation + " validation rows and ", validation);
        Divider.Part[] parts = divider.parts(pool, new Divider.Wanted(validation, test, 1));
        return FoldedSplit.of(new Split(
                        rows(parts, Divider.Part.TRAIN),
                        rows(parts, Divider.Part.VALIDATION),
                        isOfficial ? officialRows() : rows(parts, Divider.Part.TEST)))
                .withStrata(strata);
    }

    /** Where folds are nobody's wish, there are as many as can be, and a single validation part where there can be none. */
    private FoldedSplit folded(int test, int wanted) {
        checkRest(test, "", 0);
        Divider.Part[] parts = divider.parts(pool, new Divider.Wanted(0, test, wanted));
        Pool rest = pool.where(place -> parts[place] == Divider.Part.TRAIN);
        int most = divider.mostFolds(rest);
        if (rule.folds() == null && most < 2) {
            return single(test);
        }
        if (rule.folds() != null && wanted > most) {
            throw new InvalidInputException("data.split.folds must be <= " + most + ", the number of " + divider.unit()
                    + " that can validate, but was " + wanted);
        }
        int[] testRows = isOfficial ? officialRows() : rows(parts, Divider.Part.TEST);
        return folded(rest, testRows, Math.min(wanted, most));
    }

    private FoldedSplit folded(Pool rest, int[] testRows, int count) {
        return new FoldedSplit(new Split(rest.rows(), new int[0], testRows), divider.splits(rest, count), strata);
    }

    private int test(Portion portion) {
        return portion.match(
                () -> pool.size() >= ENOUGH_FOR_TEST ? share(FIFTH) : 0,
                () -> strata.official(),
                count -> count,
                share -> atLeastOne("test", share(share)));
    }

    private int validation(Portion portion) {
        int rows = portion.match(() -> Math.max(1, share(FIFTH)), () -> 0, count -> count, this::share);
        return atLeastOne("validation", rows);
    }

    private int share(double share) {
        return (int) Math.round(share * pool.size());
    }

    private int atLeastOne(String part, int rows) {
        if (rows < 1) {
            throw new InvalidInputException(
                    "data.split." + part + " must be at least 1 row, but was " + rows + " of " + pool.size() + " rows");
        }
        return rows;
    }

    private void checkRest(int test, String validationText, int validation) {
        long rest = (long) pool.size() - validation - test;
        int least = strata.isTimed() ? 1 : Math.max(1, pool.presentClasses());
        if (rest < least) {
            String needed = least == 1 ? "1 row" : least + " rows (one for each class)";
            throw new InvalidInputException("data.split must leave at least " + needed + " for training, but "
                    + validationText + test + " test rows leave " + Math.max(0, rest) + " of " + pool.size());
        }
    }

    private int[] rows(Divider.Part[] parts, Divider.Part part) {
        return pool.rows(place -> parts[place] == part);
    }

    private int[] officialRows() {
        return IntStream.range(strata.rows() - strata.official(), strata.rows()).toArray();
    }

    /** The official test rows are given; they cannot be divided otherwise. */
    private void warnOfGroupsInTest() {
        if (!isOfficial || !strata.isGrouped()) {
            return;
        }
        BitSet groups = new BitSet();
        IntStream.of(pool.rows()).map(row -> strata.groups()[row]).forEach(groups::set);
        long shared = IntStream.of(officialRows())
                .map(row -> strata.groups()[row])
                .filter(groups::get)
                .distinct()
                .count();
        if (shared > 0) {
            LOG.warn("{} groups of data.group are in the official test rows, too", shared);
        }
    }
}
