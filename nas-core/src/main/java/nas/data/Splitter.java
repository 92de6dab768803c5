package nas.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides rows by a seed. Each part gets each group's share of rows as nearly as possible, and every group keeps at
 * least one training row.
 */
public final class Splitter {
    private static final Logger LOG = LoggerFactory.getLogger(Splitter.class);
    private static final double FIFTH = 0.2;
    private static final int ENOUGH_FOR_TEST = 500;

    private enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    private final Strata strata;
    private final boolean isOfficial;
    private final int pool;

    private Splitter(Strata strata, boolean isOfficial) {
        this.strata = strata;
        this.isOfficial = isOfficial;
        this.pool = isOfficial ? strata.rows() - strata.official() : strata.rows();
    }

    /**
     * Divides rows.
     *
     * @throws InvalidInputException if the rule does not suit the number of rows
     */
    public static Split split(SplitRule rule, Strata strata) {
        Splitter splitter = new Splitter(strata, isOfficial(rule.test(), strata));
        int test = splitter.isOfficial ? 0 : splitter.test(rule.test());
        int validation = splitter.validation(rule.validation());
        splitter.checkRest(validation, test);
        return splitter.draw(validation, test, Seeds.derive(rule.seed(), "split"));
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

    private int test(Portion portion) {
        return portion.match(
                () -> pool >= ENOUGH_FOR_TEST ? share(FIFTH) : 0,
                () -> strata.official(),
                count -> count,
                share -> atLeastOne("test", share(share)));
    }

    private int validation(Portion portion) {
        int rows = portion.match(() -> share(FIFTH), () -> 0, count -> count, this::share);
        return atLeastOne("validation", rows);
    }

    private int share(double share) {
        return (int) Math.round(share * pool);
    }

    private int atLeastOne(String part, int rows) {
        if (rows < 1) {
            throw new InvalidInputException(
                    "data.split." + part + " must be at least 1 row, but was " + rows + " of " + pool + " rows");
        }
        return rows;
    }

    private void checkRest(int validation, int test) {
        long rest = (long) pool - validation - test;
        if (rest < strata.groups()) {
            String needed = strata.groups() == 1 ? "1 row" : strata.groups() + " rows (one for each class)";
            throw new InvalidInputException(
                    "data.split must leave at least " + needed + " for training, but " + validation
                            + " validation rows and " + test + " test rows leave " + Math.max(0, rest) + " of " + pool);
        }
    }

    private Split draw(int validation, int test, long seed) {
        int[] sizes = strata.sizes(pool);
        int[] room = Arrays.stream(sizes).map(size -> size - 1).toArray();
        int[] testSeats = Apportionment.share(test, sizes, room);
        Arrays.setAll(room, group -> room[group] - testSeats[group]);
        int[] validationSeats = Apportionment.share(validation, sizes, room);
        Part[] parts = new Part[pool];
        for (int row : Seeds.permutation(pool, seed)) {
            parts[row] = take(strata.labels()[row], testSeats, validationSeats);
        }
        return new Split(rows(parts, Part.TRAIN), rows(parts, Part.VALIDATION), testRows(parts));
    }

    private static Part take(int group, int[] testSeats, int[] validationSeats) {
        if (testSeats[group]-- > 0) {
            return Part.TEST;
        }
        return validationSeats[group]-- > 0 ? Part.VALIDATION : Part.TRAIN;
    }

    private int[] testRows(Part[] parts) {
        return isOfficial ? IntStream.range(pool, strata.rows()).toArray() : rows(parts, Part.TEST);
    }

    private static int[] rows(Part[] parts, Part part) {
        return IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray();
    }
}
