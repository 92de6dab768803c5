package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nas.trial.FloatVector;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;

/** Rows of several blocks, each with one number, and the mean of these numbers with its standard error. */
final class RowSample {
    /** Losses beyond so many times that of the constant prediction count as that. */
    private static final double CLIPPED_AT = 20;

    private final List<Block> blocks = new ArrayList<>();

    /** The numbers of one block's rows; there are {@code null} weights and groups where there are none. */
    private static final class Block {
        private final double[] values;
        private final double @Nullable [] weights;
        private final @Nullable ImmutableIntArray groups;
        private final int[] foldSizes;

        Block(double[] values, RowLosses rows, int[] foldSizes) {
            FloatVector given = rows.weights();
            this.values = values;
            this.weights = given == null ? null : doubles(given);
            this.groups = rows.groups();
            this.foldSizes = foldSizes;
        }

        /** Sum of weight times deviation from some number, over rows of which the last is not included. */
        double sum(int from, int to, double centre) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += weight(row) * (values[row] - centre);
            }
            return sum;
        }

        double weight(int from, int to) {
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += weight(row);
            }
            return sum;
        }

        double weight(int row) {
            return weights == null ? 1 : weights[row];
        }

        double mean() {
            return mean(0, values.length);
        }

        double mean(int from, int to) {
            return sum(from, to, 0) / weight(from, to);
        }

        List<Double> foldMeans() {
            List<Double> means = new ArrayList<>();
            int from = 0;
            for (int size : foldSizes) {
                means.add(mean(from, from + size));
                from += size;
            }
            return means;
        }
    }

    /** Adds the losses of a block. */
    void add(BlockOutcome outcome) {
        add(clipped(outcome.rows().losses(), outcome.measures()), outcome);
    }

    /** Adds the differences of a block's losses. */
    void add(BlockOutcome outcome, BlockOutcome reference) {
        checkArgument(
                outcome.rows().size() == reference.rows().size(),
                "rows must be those of the reference, %s, but were %s",
                reference.rows().size(),
                outcome.rows().size());
        double[] values = clipped(outcome.rows().losses(), reference.measures());
        double[] others = clipped(reference.rows().losses(), reference.measures());
        for (int row = 0; row < values.length; row++) {
            values[row] -= others[row];
        }
        add(values, reference);
    }

    private void add(double[] values, BlockOutcome outcome) {
        int[] foldSizes = outcome.isPartition()
                ? outcome.folds().stream().mapToInt(Measures::rows).toArray()
                : new int[] {values.length};
        blocks.add(new Block(values, outcome.rows(), foldSizes));
    }

    /** Returns the mean of the blocks' means. */
    Difference mean() {
        List<Double> means = blocks.stream().map(Block::mean).toList();
        double mean = means.stream().mapToDouble(value -> value).sum() / means.size();
        double variance = isPartitioned()
                ? Spread.ofFolds(
                        blocks.stream()
                                .flatMap(block -> block.foldMeans().stream())
                                .toList(),
                        blocks.get(0).foldSizes.length)
                : Math.max(Spread.ofMean(means), rowVariance());
        return new Difference(mean, Math.sqrt(variance));
    }

    private boolean isPartitioned() {
        return blocks.get(0).foldSizes.length > 1;
    }

    /** Of the mean over all rows; of rows in no group each is its own. */
    private double rowVariance() {
        double weight = 0;
        double sum = 0;
        for (Block block : blocks) {
            weight += block.weight(0, block.values.length);
            sum += block.sum(0, block.values.length, 0);
        }
        double[] sums = blocks.get(0).groups == null ? rowSums(sum / weight) : groupSums(sum / weight);
        double squares = 0;
        for (double each : sums) {
            squares += each * each;
        }
        return sums.length < 2 ? 0 : squares * sums.length / (sums.length - 1) / (weight * weight);
    }

    private double[] rowSums(double centre) {
        return blocks.stream()
                .flatMapToDouble(block ->
                        IntStream.range(0, block.values.length).mapToDouble(row -> block.sum(row, row + 1, centre)))
                .toArray();
    }

    private double[] groupSums(double centre) {
        Map<Integer, Double> sums = new LinkedHashMap<>();
        for (Block block : blocks) {
            ImmutableIntArray groups = block.groups;
            checkArgument(groups != null, "groups must be known in all blocks or in none");
            for (int row = 0; row < block.values.length; row++) {
                sums.merge(groups.get(row), block.sum(row, row + 1, centre), Double::sum);
            }
        }
        return sums.values().stream().mapToDouble(sum -> sum).toArray();
    }

    private static double[] clipped(FloatVector losses, Measures measures) {
        double[] clipped = doubles(losses);
        double most = CLIPPED_AT * measures.constantLoss();
        for (int row = 0; row < clipped.length; row++) {
            clipped[row] = Math.min(clipped[row], most);
        }
        return clipped;
    }

    private static double[] doubles(FloatVector vector) {
        float[] floats = vector.toArray();
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }
}
