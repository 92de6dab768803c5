package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Among how many networks the winner is chosen, and how carefully.
 *
 * @param count genomes that are trained again as finalists at most, 1 to 1,000
 * @param blocks how often each of them, and each neighbour of the winner, is trained and measured at most, 2 to 10
 * @param epochs epochs of each of these trainings and of the final one, at least 1; one learning-rate schedule spans them, of
 *     which every rung of the search is the beginning
 */
public record FinalistSettings(int count, int blocks, int epochs) {
    /** Most genomes. */
    public static final int MOST = 1_000;

    /** Most blocks. */
    public static final int MOST_BLOCKS = 10;

    /** How many genomes there are where nothing is said. */
    public static final int DEFAULT_COUNT = 8;

    /** How many blocks there are where nothing is said and data have no folds. */
    public static final int DEFAULT_BLOCKS = 5;

    /** @throws IllegalArgumentException if a number is out of range */
    public FinalistSettings {
        checkArgument(count >= 1 && count <= MOST, "count must be >= 1 and <= " + MOST + ", but was %s", count);
        checkArgument(
                blocks >= 2 && blocks <= MOST_BLOCKS,
                "blocks must be >= 2 and <= " + MOST_BLOCKS + ", but was %s",
                blocks);
        checkArgument(epochs >= 1, "epochs must be >= 1, but was %s", epochs);
    }

    /**
     * Returns how often they are trained and measured on given data: not more often than there are different blocks, unless each
     * block is a partition of its own or the rows cannot be divided.
     *
     * @param folds number of folds of the data; 0 for none
     * @param most into how many blocks the rows can be divided; below 2 if they cannot
     */
    public int blocks(int folds, int most) {
        return folds == 0 && most >= 2 ? Math.min(blocks, most) : blocks;
    }
}
