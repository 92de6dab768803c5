package nas.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import nas.Seeds;

/** Counts how many rows of each class each group of a pool has. Groups are numbered as they first appear. */
final class GroupCounts {
    private final int[] groupOfPlace;
    private final int[] sizes;
    private final int[] classSizes;
    private final int[] holders;
    /** Where each group's entries begin in the two arrays that follow. */
    private final int[] from;

    private final int[] labels;
    private final int[] counts;

    private GroupCounts(Pool pool, int[] groupOfPlace, int groups) {
        this.groupOfPlace = groupOfPlace;
        this.classSizes = pool.classSizes();
        this.sizes = new int[groups];
        this.holders = new int[classSizes.length];
        this.from = new int[groups + 1];
        int[] places = placesByGroup();
        this.labels = new int[places.length];
        this.counts = new int[places.length];
        count(pool, places);
    }

    static GroupCounts of(Pool pool) {
        int[] numbers = new int[pool.strata().groupCount()];
        Arrays.fill(numbers, -1);
        int[] groupOfPlace = new int[pool.size()];
        int groups = 0;
        for (int place = 0; place < groupOfPlace.length; place++) {
            int group = pool.group(place);
            if (numbers[group] < 0) {
                numbers[group] = groups++;
            }
            groupOfPlace[place] = numbers[group];
        }
        return new GroupCounts(pool, groupOfPlace, groups);
    }

    /** Returns the number of groups. */
    int groups() {
        return sizes.length;
    }

    /** Returns the number of rows. */
    int rows() {
        return groupOfPlace.length;
    }

    /** Returns the group of the row at a place in the pool. */
    int group(int place) {
        return groupOfPlace[place];
    }

    /** Returns the number of rows of a group. */
    int size(int group) {
        return sizes[group];
    }

    /** Returns how many rows each class has; the array itself. */
    int[] classSizes() {
        return classSizes;
    }

    /** Returns how many groups have each class; the array itself. */
    int[] holders() {
        return holders;
    }

    /** Returns the index of a group's first entry; the entries end where the next group's begin. */
    int from(int group) {
        return from[group];
    }

    /** Returns the class of an entry. */
    int label(int entry) {
        return labels[entry];
    }

    /** Returns how many rows of its class an entry stands for. */
    int count(int entry) {
        return counts[entry];
    }

    /** Returns whether a group has a class that no other one has. */
    boolean isSoleHolder(int group) {
        return IntStream.range(from[group], from[group + 1]).anyMatch(entry -> holders[labels[entry]] == 1);
    }

    /** Returns all groups from the largest to the smallest, those of equal size in an order drawn from the seed. */
    int[] order(long seed) {
        int[] drawn = Seeds.permutation(groups(), seed);
        return IntStream.range(0, drawn.length)
                .mapToLong(i -> (long) -sizes[drawn[i]] << Integer.SIZE | i)
                .sorted()
                .mapToInt(key -> drawn[(int) key])
                .toArray();
    }

    /**
     * Returns few groups that together have all classes: for the class that is rarest among those that are missing, the group
     * that brings most of them, the smallest where there are several (a greedy set cover; Chvátal 1979, "A Greedy
     * Heuristic for the Set-Covering Problem", doi:10.1287/moor.4.3.233, but for the order of classes).
     *
     * @param order all groups, from the largest to the smallest
     */
    int[] covering(int[] order) {
        BitSet missing = new BitSet();
        IntStream.range(0, holders.length).filter(label -> holders[label] > 0).forEach(missing::set);
        IntStream.Builder covering = IntStream.builder();
        while (!missing.isEmpty()) {
            int group = bringingMost(missing, order);
            IntStream.range(from[group], from[group + 1]).forEach(entry -> missing.clear(labels[entry]));
            covering.add(group);
        }
        return covering.build().toArray();
    }

    private int bringingMost(BitSet missing, int[] order) {
        int rarest = missing.stream()
                .reduce((a, b) -> holders[b] < holders[a] ? b : a)
                .orElseThrow();
        int best = -1;
        int most = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int brings = brings(order[i], rarest, missing);
            if (brings > most) {
                best = order[i];
                most = brings;
            }
        }
        return best;
    }

    private int brings(int group, int needed, BitSet missing) {
        int brings = 0;
        boolean hasNeeded = false;
        for (int entry = from[group]; entry < from[group + 1]; entry++) {
            brings += missing.get(labels[entry]) ? 1 : 0;
            hasNeeded |= labels[entry] == needed;
        }
        return hasNeeded ? brings : 0;
    }

    private int[] placesByGroup() {
        for (int group : groupOfPlace) {
            sizes[group]++;
        }
        int[] next = new int[sizes.length];
        for (int group = 1; group < next.length; group++) {
            next[group] = next[group - 1] + sizes[group - 1];
        }
        int[] places = new int[groupOfPlace.length];
        for (int place = 0; place < places.length; place++) {
            places[next[groupOfPlace[place]]++] = place;
        }
        return places;
    }

    private void count(Pool pool, int[] places) {
        int[] entryOf = new int[classSizes.length];
        Arrays.fill(entryOf, -1);
        int entries = 0;
        int i = 0;
        for (int group = 0; group < sizes.length; group++) {
            from[group] = entries;
            for (int end = i + sizes[group]; i < end; i++) {
                int label = pool.label(places[i]);
                if (entryOf[label] < from[group]) {
                    entryOf[label] = entries;
                    labels[entries] = label;
                    holders[label]++;
                    entries++;
                }
                counts[entryOf[label]]++;
            }
        }
        from[sizes.length] = entries;
    }
}
