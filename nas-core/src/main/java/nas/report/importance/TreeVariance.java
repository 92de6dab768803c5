package nas.report.importance;

import java.util.BitSet;
import java.util.List;
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
        this.mean =
                leaves.stream().mapToDouble(leaf -> share(leaf) * leaf.value()).sum();
        this.total = leaves.stream()
                .mapToDouble(leaf -> share(leaf) * square(leaf.value() - mean))
                .sum();
        this.marginals = new double[counts.length][];
        for (int factor = 0; factor < counts.length; factor++) {
            marginals[factor] = marginal(factor);
        }
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
        double[] table = new double[counts[one] * counts[other]];
        for (Leaf leaf : leaves) {
            double part = leaf.value() * share(leaf) / share(leaf, one) / share(leaf, other);
            BitSet columns = leaf.box().get(other);
            for (int u : leaf.box().get(one).stream().toArray()) {
                for (int v = columns.nextSetBit(0); v >= 0; v = columns.nextSetBit(v + 1)) {
                    table[u * counts[other] + v] += part;
                }
            }
        }
        double sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += square(table[i] - marginals[one][i / counts[other]] - marginals[other][i % counts[other]] + mean);
        }
        return sum / table.length;
    }

    private double[] marginal(int factor) {
        double[] sums = new double[counts[factor]];
        for (Leaf leaf : leaves) {
            double part = leaf.value() * share(leaf) / share(leaf, factor);
            leaf.box().get(factor).stream().forEach(level -> sums[level] += part);
        }
        return sums;
    }

    private double share(Leaf leaf) {
        double share = 1;
        for (int factor = 0; factor < counts.length; factor++) {
            share *= share(leaf, factor);
        }
        return share;
    }

    private double share(Leaf leaf, int factor) {
        return (double) leaf.box().get(factor).cardinality() / counts[factor];
    }

    private static double square(double value) {
        return value * value;
    }
}
