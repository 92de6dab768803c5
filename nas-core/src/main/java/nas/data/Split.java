package nas.data;

import java.util.BitSet;

/**
 * Which rows train, which compare networks and which are opened once at the end. Every part holds row indices in
 * ascending order; no row is in two parts. The arrays are shared, never copied: whoever holds one must not write to it.
 * Because of them, two splits are equal only if they share their arrays.
 *
 * @param train at least one row
 * @param validation empty where there are folds instead, and maybe in data made in memory
 * @param test may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a copy would be as large as the data.
public record Split(int[] train, int[] validation, int[] test) {
    /** @throws IllegalArgumentException if {@code train} is empty, or a part is not ascending, or two parts overlap */
    public Split {
        if (train.length == 0) {
            throw new IllegalArgumentException("train must have at least one row");
        }
        BitSet seen = new BitSet();
        claim("train", train, seen);
        claim("validation", validation, seen);
        claim("test", test, seen);
    }

    /** Returns the number of rows in all three parts. */
    public int rows() {
        return train.length + validation.length + test.length;
    }

    /** Returns 1 more than the largest row index. */
    int bound() {
        return Math.max(train[train.length - 1] + 1, Math.max(bound(validation), bound(test)));
    }

    private static int bound(int[] rows) {
        return rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
    }

    private static void claim(String part, int[] rows, BitSet seen) {
        int previous = -1;
        for (int row : rows) {
            if (row <= previous) {
                throw new IllegalArgumentException(
                        part + " rows must ascend from 0, but " + row + " follows " + previous);
            }
            if (seen.get(row)) {
                throw new IllegalArgumentException("parts must not overlap, but row " + row + " is in two");
            }
            seen.set(row);
            previous = row;
        }
    }
}
