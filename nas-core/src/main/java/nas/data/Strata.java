package nas.data;

/**
 * What a split needs to know of the rows.
 *
 * @param labels the group of each row; all rows of a group are alike to the split
 * @param groups number of groups; each has at least one row that is not an official test row
 * @param official how many of the last rows are the official test set
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
public record Strata(int[] labels, int groups, int official) {
    /** Returns the classes as groups. */
    public static Strata of(Targets.Classes classes, int official) {
        return new Strata(classes.labels(), classes.names().size(), official);
    }

    /** Returns rows that are all alike. */
    public static Strata of(int rows) {
        return new Strata(new int[rows], 1, 0);
    }

    /** Returns the number of rows. */
    public int rows() {
        return labels.length;
    }

    int[] sizes(int rows) {
        int[] sizes = new int[groups];
        for (int row = 0; row < rows; row++) {
            sizes[labels[row]]++;
        }
        return sizes;
    }
}
