package nas.train.blas;

import java.util.Arrays;

/** One row repeated over a block, so that what is done to every row of a matrix is done to whole blocks at once. */
final class RowTile {
    /** About how many values a block holds: it stays in the first cache with what is done to it. */
    static final int BLOCK = 1024;

    private final int width;
    private final int length;
    private final float[] values;
    private int needed;

    /** Makes a tile for rows of so many values. */
    RowTile(Workspace workspace, int width) {
        this.width = width;
        this.length = width * Math.max(1, BLOCK / width);
        this.values = workspace.array(length);
    }

    /** Returns the length of the longest tile for rows of at most so many values. */
    static int longest(int widest) {
        return Math.max(BLOCK, widest);
    }

    /** Returns the number of values of the tile, and of a block. */
    int length() {
        return length;
    }

    /** Sets every row of the tile that a matrix of so many values needs to off-heap values. */
    void fill(NativeFloats row, int offset, int count) {
        row.read(offset, values, width);
        int needed = Math.min(length, count);
        for (int done = width; done < needed; done += done) {
            System.arraycopy(values, 0, values, done, Math.min(done, needed - done));
        }
    }

    /** Adds the tile to a block. */
    void addTo(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            block[i] += values[i];
        }
    }

    /** Sets what a matrix of so many values needs of the tile to 0. */
    void clear(int count) {
        needed = Math.min(length, count);
        Arrays.fill(values, 0, needed, 0);
    }

    /** Adds a block to the tile. */
    void add(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            values[i] += block[i];
        }
    }

    /** Adds up the tile's rows in their order, and writes the sums off-heap. */
    void writeColumnSums(NativeFloats into, int offset) {
        for (int row = width; row < needed; row += width) {
            for (int i = 0; i < width; i++) {
                values[i] += values[row + i];
            }
        }
        into.write(offset, values, width);
    }
}
