package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What a split needs to know of the rows. Arrays have one entry for each row, or none where there is nothing to say.
 *
 * @param labels the class of each row, as an index into the names; all rows of a class are alike to the split
 * @param classes the class names; one where there are no classes
 * @param official how many of the last rows are the official test set
 * @param groups the group of each row, from 0; no split parts a group; empty where each row stands by itself
 * @param groupCount number of groups; 0 where there are none
 * @param times a number for each row that grows with its time; equal numbers are equal times; empty where time does not
 *     matter
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
public record Strata(int[] labels, List<String> classes, int official, int[] groups, int groupCount, int[] times) {
    private static final int[] NOTHING = {};

    /**
     * Copies the list of names.
     *
     * @throws IllegalArgumentException if a label is no index into the names or a group none below their number, if an
     *     array is neither empty nor as long as there are rows, or if there are more official rows than rows
     */
    public Strata {
        classes = ImmutableList.copyOf(classes);
        checkIndices("label", labels, classes.size());
        checkIndices("group", groups, groupCount);
        checkLength("groups", groups, labels.length);
        checkLength("times", times, labels.length);
        if (official < 0 || official > labels.length) {
            throw new IllegalArgumentException("official must be in 0.." + labels.length + ", but was " + official);
        }
    }

    /** Returns the classes of targets; numbers are all alike. */
    public static Strata of(Targets targets, int official) {
        return targets.match(
                classes -> new Strata(classes.labels(), classes.names(), official, NOTHING, 0, NOTHING),
                values -> of(values.rows()).withOfficial(official));
    }

    /** Returns rows that are all alike. */
    public static Strata of(int rows) {
        return new Strata(new int[rows], ImmutableList.of("any"), 0, NOTHING, 0, NOTHING);
    }

    /** Returns a copy whose last rows are so many official test rows. */
    public Strata withOfficial(int changed) {
        return new Strata(labels, classes, changed, groups, groupCount, times);
    }

    /**
     * Returns a copy whose rows belong to groups.
     *
     * @param changed the group of each row, from 0, the official test rows included
     * @param count number of groups
     */
    public Strata withGroups(int[] changed, int count) {
        return new Strata(labels, classes, official, changed, count, times);
    }

    /**
     * Returns a copy whose rows are ordered by time.
     *
     * @param changed a number for each row that grows with its time, the official test rows included
     */
    public Strata withTimes(int[] changed) {
        return new Strata(labels, classes, official, groups, groupCount, changed);
    }

    /** Returns the number of rows. */
    public int rows() {
        return labels.length;
    }

    /** Returns whether rows belong to groups. */
    public boolean isGrouped() {
        return groups.length > 0;
    }

    /** Returns whether rows are ordered by time. */
    public boolean isTimed() {
        return times.length > 0;
    }

    private static void checkLength(String name, int[] values, int rows) {
        if (values.length != 0 && values.length != rows) {
            throw new IllegalArgumentException(
                    name + " must be as many as the " + rows + " rows, but were " + values.length);
        }
    }

    private static void checkIndices(String name, int[] values, int count) {
        for (int value : values) {
            if (value < 0 || value >= count) {
                throw new IllegalArgumentException(name + " must be in 0.." + (count - 1) + ", but was " + value);
            }
        }
    }
}
