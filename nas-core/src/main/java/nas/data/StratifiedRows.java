package nas.data;

import java.util.Arrays;
import java.util.List;
import nas.InvalidInputException;
import nas.Seeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides rows one by one. Each part gets each class's share of rows as nearly as possible, and every class keeps at least
 * one training row.
 */
final class StratifiedRows implements Divider {
    private static final Logger LOG = LoggerFactory.getLogger(StratifiedRows.class);

    private final long seed;

    StratifiedRows(long seed) {
        this.seed = seed;
    }

    @Override
    public Part[] parts(Pool pool, Wanted wanted) {
        int[] sizes = pool.classSizes();
        int[] room = room(sizes);
        int[] testSeats = Apportionment.share(wanted.test(), sizes, room);
        Arrays.setAll(room, label -> room[label] - testSeats[label]);
        int[] validationSeats = Apportionment.share(wanted.validation(), sizes, room);
        Part[] parts = new Part[pool.size()];
        for (int place : Seeds.permutation(pool.size(), Seeds.derive(seed, "split"))) {
            parts[place] = take(pool.label(place), testSeats, validationSeats);
        }
        return parts;
    }

    @Override
    public int mostFolds(Pool pool) {
        return Arrays.stream(pool.classSizes()).filter(size -> size > 1).sum();
    }

    @Override
    public String unit() {
        return "rows";
    }

    /** Deals out the classes' rows one after the other, so that folds differ by one row in each class and in all. */
    @Override
    public int[] folds(Pool pool, int count) {
        int[] sizes = pool.classSizes();
        warn(pool, sizes, count);
        int[] next = new int[sizes.length];
        int dealt = 0;
        for (int label = 0; label < sizes.length; label++) {
            next[label] = dealt;
            dealt += sizes[label] > 1 ? sizes[label] : 0;
        }
        int[] folds = new int[pool.size()];
        for (int place : Seeds.permutation(pool.size(), Seeds.derive(seed, "folds"))) {
            int label = pool.label(place);
            folds[place] = sizes[label] > 1 ? next[label] % count : ALWAYS_TRAINED;
            next[label]++;
        }
        return folds;
    }

    @Override
    public Pool sample(Pool pool, int limit) {
        int needed = pool.presentClasses();
        if (limit < needed) {
            throw new InvalidInputException(
                    "data.rows must be at least " + needed + " (one for each class), but was " + limit);
        }
        int[] sizes = pool.classSizes();
        int[] leftOut = Apportionment.share(pool.size() - limit, sizes, room(sizes));
        boolean[] isKept = new boolean[pool.size()];
        for (int place : Seeds.permutation(pool.size(), Seeds.derive(seed, "sample"))) {
            isKept[place] = leftOut[pool.label(place)]-- <= 0;
        }
        return pool.where(place -> isKept[place]);
    }

    private static void warn(Pool pool, int[] sizes, int count) {
        List<String> single = Divider.rare(pool, sizes, 2);
        if (!single.isEmpty()) {
            LOG.warn("Classes with a single row train in every fold and validate in none: {}", Quoted.list(single));
        }
        List<String> rare = Divider.rare(pool, sizes, count);
        if (rare.size() > single.size()) {
            LOG.warn("Classes with fewer rows than {} folds are missing in some: {}", count, Quoted.list(rare));
        }
    }

    private static int[] room(int[] sizes) {
        return Arrays.stream(sizes).map(size -> Math.max(0, size - 1)).toArray();
    }

    private static Part take(int label, int[] testSeats, int[] validationSeats) {
        if (testSeats[label]-- > 0) {
            return Part.TEST;
        }
        return validationSeats[label]-- > 0 ? Part.VALIDATION : Part.TRAIN;
    }
}
