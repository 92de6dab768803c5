package nas.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Strata drawn from a seed: up to 300 rows, up to 5 classes, of which the first is the most frequent. */
final class RandomStrata {
    private final SplittableRandom random;
    private final int rows;

    RandomStrata(long seed) {
        this.random = new SplittableRandom(seed);
        this.rows = 30 + random.nextInt(271);
    }

    /** Returns classes, each of which has at least two rows. */
    Strata classes() {
        int count = 2 + random.nextInt(4);
        int[] labels = random.ints(rows, 0, count)
                .map(label -> Math.min(label, random.nextInt(count)))
                .toArray();
        for (int label = 0; label < count; label++) {
            labels[2 * label] = label;
            labels[2 * label + 1] = label;
        }
        List<String> names = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
        return Strata.of(new Targets.Classes(labels, names), 0);
    }

    /** Returns classes whose rows belong to so many groups of uneven sizes; each group has a row. */
    Strata grouped(int groups) {
        int[] group = random.ints(rows, 0, groups)
                .map(drawn -> Math.min(drawn, random.nextInt(groups)))
                .toArray();
        for (int i = 0; i < groups; i++) {
            group[rows - 1 - i] = i;
        }
        return classes().withGroups(group, groups);
    }

    /** Returns classes whose rows come at random times, several of them at equal ones. */
    Strata timed() {
        return classes().withTimes(random.ints(rows, -20, 21).toArray());
    }

    /** Returns how many of some rows each class has. */
    static int[] perClass(Strata strata, int[] rows) {
        int[] counts = new int[strata.classes().size()];
        for (int row : rows) {
            counts[strata.labels()[row]]++;
        }
        return counts;
    }

    /** Returns the groups of some rows, each once, ascending. */
    static int[] groups(Strata strata, int[] rows) {
        return Arrays.stream(rows)
                .map(row -> strata.groups()[row])
                .distinct()
                .sorted()
                .toArray();
    }
}
