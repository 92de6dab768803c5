package nas.report.importance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import nas.report.importance.RegressionTree.Leaf;

/**
 * How a tree's answers vary over all combinations of levels, each as likely as any other, and which factors make them vary:
 * exact, from its leaves (Hutter, Hoos & Leyton-Brown 2014, "An Efficient Approach for Assessing Hyperparameter Importance",
 * ICML, section 4).
 *
 * <p>A leaf has a share {@code Π |S_j| / n_j} of all combinations, S_j its levels of factor j, n_j all of them. The marginal
 * {@code a_j(v)} is the mean answer where factor j is v; its variance over v is the factor's own part of all variance. What two
 * factors do together is {@code a_jk(u, v) − a_j(u) − a_k(v) + mean}.
 */
final class TreeVariance {
    private final List<Leaf> leaves;
    private final int[] counts;

    /** Of each leaf and factor, |S_j| / n_j. */
    private final double[][] parts;

    /** Of each leaf, their product. */
    private final double[] shares;

    private final double mean;
    private final double total;
    private final double[][] marginals;

    /**
     * Prepares a tree.
     *
     * @param counts how many levels each factor has
     */
    TreeVariance(List<Leaf> leaves, int[] counts) {
        this.leaves = leaves;
        this.counts = counts.clone();
        this.parts = leaves.stream().map(leaf -> parts(leaf, counts)).toArray(double[][]::new);
        this.shares = Arrays.stream(parts)
                .mapToDouble(part -> Arrays.stream(part).reduce(1, (a, b) -> a * b))
                .toArray();
        this.mean = IntStream.range(0, shares.length)
                .mapToDouble(leaf -> shares[leaf] * leaves.get(leaf).value())
                .sum();
        this.total = IntStream.range(0, shares.length)
                .mapToDouble(leaf -> shares[leaf] * square(leaves.get(leaf).value() - mean))
                .sum();
        this.marginals = new double[counts.length][];
        for (int factor = 0; factor < counts.length; factor++) {
            marginals[factor] = marginal(factor);
        }
    }

    private static double[] parts(Leaf leaf, int[] counts) {
        return IntStream.range(0, counts.length)
                .mapToDouble(factor -> (double) leaf.box().get(factor).cardinality() / counts[factor])
                .toArray();
    }

    private double[] marginal(int factor) {
        double[] sums = new double[counts[factor]];
        for (int leaf = 0; leaf < shares.length; leaf++) {
            double part = leaves.get(leaf).value() * shares[leaf] / parts[leaf][factor];
            leaves.get(leaf).box().get(factor).stream().forEach(level -> sums[level] += part);
        }
        return sums;
    }

    /** Returns the variance of all answers. */
    double total() {
        return total;
    }

    /** Returns the mean answer where a factor has some level. */
    double marginal(int factor, int level) {
        return marginals[factor][level];
    }

    /** Returns the part of the variance that comes of a factor alone. */
    double alone(int factor) {
        double sum = 0;
        for (double marginal : marginals[factor]) {
            sum += square(marginal - mean);
        }
        return sum / counts[factor];
    }

    /** Returns the part of the variance that comes of two factors together and of neither alone. */
    double together(int one, int other) {
        double[] table = means(one, other);
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += square(table[i] - marginals[one][i / counts[other]] - marginals[other][i % counts[other]] + mean);
        }
        return sum / table.length;
    }

    /** The mean answer for each two levels, row by row. */
    private double[] means(int one, int other) {
        double[] table = new double[counts[one] * counts[other]];
        for (int leaf = 0; leaf < shares.length; leaf++) {
            double part = leaves.get(leaf).value() * shares[leaf] / parts[leaf][one] / parts[leaf][other];
            BitSet rows = leaves.get(leaf).box().get(one);
            BitSet columns = leaves.get(leaf).box().get(other);
            for (int u = rows.nextSetBit(0); u >= 0; u = rows.nextSetBit(u + 1)) {
                for (int v = columns.nextSetBit(0); v >= 0; v = columns.nextSetBit(v + 1)) {
                    table[u * counts[other] + v] += part;
                }
            }
        }
        return table;
    }

    private static double square(double value) {
        return value * value;
    }
}
