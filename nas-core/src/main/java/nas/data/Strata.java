package nas.data;

/**
 * What a split needs to know of the rows.
 *
 * @param labels the group of each row; all rows of a group are alike to the split
 * @param groups number of groups; each has at least one row that is not an official test row
 * @param official how many of the last rows are the official test set
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
record Strata(int[] labels, int groups, int official) {
    static Strata of(Targets.Classes classes, int official) {
        return new Strata(classes.labels(), classes.names().size(), official);
    }

    /** Returns rows that are all alike. */
    static Strata of(int rows) {
        return new Strata(new int[rows], 1, 0);
    }

    int rows() {
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
