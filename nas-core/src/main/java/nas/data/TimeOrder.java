package nas.data;

import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides rows by time: the earliest train, then come those that validate, and the latest test. Parts end where the time
 * changes, as near as possible to the sizes that are wanted; only where there are fewer different times than parts are rows
 * of equal time parted, in their own order. A class may be missing among the earliest rows.
 */
final class TimeOrder implements Divider {
    private static final Logger LOG = LoggerFactory.getLogger(TimeOrder.class);

    private final StratifiedRows sampling;

    TimeOrder(long seed) {
        this.sampling = new StratifiedRows(seed);
    }

    @Override
    public Part[] parts(Pool pool, Wanted wanted) {
        int[] order = order(pool);
        Cuts cuts = cuts(pool, order, wanted);
        Part[] parts = new Part[pool.size()];
        for (int i = 0; i < order.length; i++) {
            parts[order[i]] = i < cuts.validation ? Part.TRAIN : i < cuts.test ? Part.VALIDATION : Part.TEST;
        }
        warnOfLateClasses(pool, parts);
        return parts;
    }

    /** Where, in the order of time, validation and test rows begin. */
    private record Cuts(int validation, int test) {}

    private static Cuts cuts(Pool pool, int[] order, Wanted wanted) {
        int[] changes = IntStream.range(1, order.length)
                .filter(i -> pool.time(order[i]) != pool.time(order[i - 1]))
                .toArray();
        int last = changes.length - 1;
        int needed = wanted.test() > 0 ? 2 : 1;
        if (changes.length < needed) {
            LOG.warn("data.time has only {} different values, so rows of equal time are parted", changes.length + 1);
            int test = pool.size() - wanted.test();
            return new Cuts(test - wanted.validation(), test);
        }
        if (wanted.test() == 0) {
            int validation = nearest(changes, 0, last, pool.size() - wanted.validation());
            return new Cuts(changes[validation], pool.size());
        }
        int test = nearest(changes, 1, last, pool.size() - wanted.test());
        int validation = nearest(changes, 0, test - 1, changes[test] - wanted.validation());
        return new Cuts(changes[validation], changes[test]);
    }

    /** Returns the index of the change nearest to a place, the earlier of two. */
    private static int nearest(int[] changes, int from, int to, int place) {
        int nearest = from;
        for (int i = from + 1; i <= to; i++) {
            if (Math.abs(changes[i] - place) < Math.abs(changes[nearest] - place)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int[] order(Pool pool) {
        return IntStream.range(0, pool.size())
                .mapToLong(place -> (long) pool.time(place) << Integer.SIZE | place)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static void warnOfLateClasses(Pool pool, Part[] parts) {
        int[] all = pool.classSizes();
        int[] trained = pool.where(place -> parts[place] == Part.TRAIN).classSizes();
        List<String> late = IntStream.range(0, all.length)
                .filter(label -> all[label] > 0 && trained[label] == 0)
                .mapToObj(pool.strata().classes()::get)
                .toList();
        if (!late.isEmpty()) {
            LOG.warn("Classes that no training row has, as all of theirs are later: {}", Quoted.list(late));
        }
    }

    @Override
    public int mostFolds(Pool pool) {
        return 1;
    }

    @Override
    public String unit() {
        return "rows";
    }

    @Override
    public int[] folds(Pool pool, int count) {
        throw new IllegalStateException("rows that are ordered by time have no folds");
    }

    @Override
    public Pool sample(Pool pool, int limit) {
        return sampling.sample(pool, limit);
    }
}
