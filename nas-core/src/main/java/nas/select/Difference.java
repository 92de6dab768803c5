package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import nas.trial.Measures;

/**
 * By how much the mean loss of a genome exceeds that of another one over the blocks that both have, and how sure that is.
 *
 * <p>The value is the mean of the blocks' (weighted) means of row differences. Its squared standard error is {@code
 * max(Vblock, Vrow)}: the variance of the blocks' means divided by their number, and that of the mean over all measured
 * rows; of rows in groups, that of the groups' sums (cluster-robust; Liang & Zeger 1986, doi 10.1093/biomet/73.1.13), and
 * with weights, that of a ratio (Cochran 1977, "Sampling Techniques", 3rd ed., section 2.11). Where blocks are whole
 * partitions into K folds, R of them, training rows overlap and every row is measured R times; it is then {@code (1/(RK) +
 * 1/(K−1)) · S²}, S² the variance of the folds' differences (Nadeau & Bengio 2003, "Inference for the generalization
 * error", doi 10.1023/A:1024068626366).
 *
 * <p>Row losses are clipped at 20 times the constant loss of their block, so that a few rows cannot decide.
 *
 * @param value mean difference; 0 for a genome and itself
 * @param standardError its standard error, at least 0
 */
public record Difference(double value, double standardError) {
    /** @throws IllegalArgumentException if a number is not finite or the standard error negative */
    public Difference {
        checkArgument(Double.isFinite(value), "difference must be finite, but was %s", value);
        checkArgument(
                Double.isFinite(standardError) && standardError >= 0,
                "standard error must be finite and >= 0, but was %s",
                standardError);
    }

    /**
     * Returns the difference of a genome to a reference over the first blocks, as many as both have.
     *
     * @throws IllegalArgumentException if there is no such block, or one in which they were not measured on as many rows
     */
    public static Difference of(List<BlockOutcome> genome, List<BlockOutcome> reference) {
        int blocks = Math.min(genome.size(), reference.size());
        checkArgument(blocks >= 1, "blocks must be >= 1, but were none");
        RowSample sample = new RowSample();
        for (int block = 0; block < blocks; block++) {
            sample.add(genome.get(block), reference.get(block));
        }
        return sample.mean();
    }

    /** Returns the mean loss of a genome over its blocks: its difference to one that never loses. */
    static Difference ofMean(List<BlockOutcome> genome) {
        checkArgument(!genome.isEmpty(), "blocks must be >= 1, but were none");
        RowSample sample = new RowSample();
        genome.forEach(sample::add);
        return sample.mean();
    }

    /** Returns the mean of a single set of numbers, one for each row, not clipped. */
    static Difference ofMean(RowLosses rows) {
        RowSample sample = new RowSample();
        sample.add(new BlockOutcome(new Measures(0, 0, Double.POSITIVE_INFINITY, null, null), rows));
        return sample.mean();
    }
}
