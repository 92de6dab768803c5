package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Rows of unsigned bytes, such as the pixels of images. They lie in blocks, so that they can be read one block after
 * another from a file whose length is not known before its end, and rows of several files can follow each other, without
 * ever being held twice. The arrays are shared, never copied: whoever holds one must not write to it. Because of them, two
 * of these are equal only if they share their arrays.
 *
 * @param blocks whole rows each, {@code [rows, inputs]}, row-major
 * @param blockBits every block but the last, which may be shorter, holds {@code 2^blockBits} rows
 * @param inputs number of bytes of a row
 */
public record ByteRows(List<byte[]> blocks, int blockBits, int inputs) {
    private static final int BLOCK_BYTES = 1 << 24;
    private static final int ONE_BLOCK = Integer.SIZE - 1;

    /**
     * Copies the list, but no array.
     *
     * @throws IllegalArgumentException if a block does not hold as many rows as it should, or if there are more bytes
     *     than {@link Sizes#MAX_VALUES}
     */
    public ByteRows {
        blocks = ImmutableList.copyOf(blocks);
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs must be >= 1, but were " + inputs);
        }
        if (blockBits < 0 || blockBits > ONE_BLOCK) {
            throw new IllegalArgumentException("blockBits must be in 0.." + ONE_BLOCK + ", but was " + blockBits);
        }
        long bytes = 0;
        for (int i = 0; i < blocks.size(); i++) {
            checkBlock(i, blocks.get(i).length, (long) inputs << blockBits, i == blocks.size() - 1);
            bytes += blocks.get(i).length;
        }
        if (bytes > Sizes.MAX_VALUES || bytes % inputs != 0) {
            throw new IllegalArgumentException("bytes must fill whole rows of " + inputs + " and be at most "
                    + Sizes.MAX_VALUES + ", but were " + bytes);
        }
    }

    /** Returns the rows that one array holds. */
    public static ByteRows of(byte[] values, int inputs) {
        return new ByteRows(ImmutableList.of(values), ONE_BLOCK, inputs);
    }

    /** Returns how many bits to give to blocks of so long rows: blocks of some 16 MiB, and at least a row each. */
    public static int blockBits(int inputs) {
        int rows = Math.max(1, BLOCK_BYTES / inputs);
        return ONE_BLOCK - Integer.numberOfLeadingZeros(rows);
    }

    /** Returns the number of rows. */
    public int rows() {
        int last = blocks.size() - 1;
        return last < 0 ? 0 : (last << blockBits) + blocks.get(last).length / inputs;
    }

    /** Returns the array that a row lies in. */
    public byte[] block(int row) {
        return blocks.get(row >>> blockBits);
    }

    /** Returns where in its array a row begins. */
    public int offset(int row) {
        return (row & (1 << blockBits) - 1) * inputs;
    }

    private static void checkBlock(int block, int length, long full, boolean isLast) {
        if (isLast ? length > full : length != full) {
            throw new IllegalArgumentException(
                    "block " + block + " must have " + (isLast ? "at most " : "") + full + " bytes, but had " + length);
        }
    }
}
