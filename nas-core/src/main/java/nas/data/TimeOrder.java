package nas.data;

import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Divides rows by time: the earliest train, then come those that validate, and the latest test. Parts end where the time
 * changes, as near as possible to the sizes that are wanted; only where there are fewer different times than parts are rows
 * of equal time parted, in their own order. A class may be missing among the earliest rows. Folds are contiguous pieces of
 * time, which no seed draws.
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
        int[] changes = changes(pool, order);
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

    private static int[] changes(Pool pool, int[] order) {
        return IntStream.range(1, order.length)
                .filter(i -> pool.time(order[i]) != pool.time(order[i - 1]))
                .toArray();
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

    /** As many as there are different times. */
    @Override
    public int mostFolds(Pool pool) {
        return (int) IntStream.range(0, pool.size()).map(pool::time).distinct().count();
    }

    @Override
    public String unit() {
        return "times";
    }

    /** Cuts the order of time where the time changes, as near as possible to pieces of equal size. */
    @Override
    public int[] folds(Pool pool, int count) {
        int[] order = order(pool);
        int[] changes = changes(pool, order);
        int[] folds = new int[order.length];
        int fold = 0;
        int change = -1;
        for (int from = 0; fold < count; fold++) {
            change = fold == count - 1
                    ? changes.length
                    : nearest(
                            changes,
                            change + 1,
                            changes.length - count + fold + 1,
                            place(order.length, fold + 1, count));
            int to = change == changes.length ? order.length : changes[change];
            for (; from < to; from++) {
                folds[order[from]] = fold;
            }
        }
        return folds;
    }

    private static int place(int rows, int fold, int count) {
        return (int) ((long) rows * fold / count);
    }

    @Override
    public Pool sample(Pool pool, int limit) {
        return sampling.sample(pool, limit);
    }
}
