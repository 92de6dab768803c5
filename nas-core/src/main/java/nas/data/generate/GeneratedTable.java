package nas.data.generate;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A table of numbers.
 *
 * @param names the names of the columns, the target's among them
 * @param columns {@code [column, row]}; shared; the target's column holds indices into the class names where there are any
 * @param target the name of the column to predict
 * @param classNames the classes, or none where the target is a number
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
public record GeneratedTable(List<String> names, double[][] columns, String target, List<String> classNames) {
    /** @throws IllegalArgumentException if names and columns are not equally many, or none is the target */
    public GeneratedTable {
        names = ImmutableList.copyOf(names);
        classNames = ImmutableList.copyOf(classNames);
        if (names.size() != columns.length) {
            throw new IllegalArgumentException(
                    "names must be as many as columns, but were " + names.size() + " and " + columns.length);
        }
        if (!names.contains(target)) {
            throw new IllegalArgumentException("target must be one of " + names + ", but was " + target);
        }
    }

    /** Returns the number of rows. */
    public int rows() {
        return columns[0].length;
    }

    /** Returns the column of a name, one number for each row; the array itself, not a copy. */
    public double[] column(String name) {
        return columns[names.indexOf(name)];
    }
}
