package nas.report.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A regression tree over factors of finitely many levels (Breiman et al. 1984, "Classification and Regression Trees"): each
 * node sends some levels of one factor to the left and the others to the right, so that the squares of the responses about
 * their means are least. Levels without an order are put in that of their mean responses, which finds the best of all ways to
 * part them (section 8.8). Each node chooses among two thirds of the factors, drawn anew.
 */
final class RegressionTree {
    private static final int LEAST_IN_LEAF = 3;

    private final Observations observations;
    private final RandomGenerator random;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Node root;

    /**
     * Grows a tree.
     *
     * @param sample numbers of observations, those drawn twice twice; at least one
     */
    RegressionTree(Observations observations, int[] sample, RandomGenerator random) {
        this.observations = observations;
        this.random = random;
        this.root = grow(sample, everything());
    }

    /**
     * A part of all combinations of levels for which the tree says the same.
     *
     * @param value what it says
     * @param box for each factor the levels that are in it
     */
    record Leaf(double value, List<BitSet> box) implements Node {}

    private sealed interface Node {}

    private record Fork(int factor, BitSet left, Node toLeft, Node toRight) implements Node {}

    /** A way to part levels, and by how much less the squares are then. */
    private record Split(int factor, BitSet left, double gain) {}

    /** Returns the leaves, whose boxes hold each combination of levels once. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Returns what the tree says of an observation. */
    double predict(int observation) {
        Node node = root;
        while (node instanceof Fork fork) {
            node = fork.left().get(observations.level(observation, fork.factor())) ? fork.toLeft() : fork.toRight();
        }
        return ((Leaf) node).value();
    }

    private List<BitSet> everything() {
        return IntStream.range(0, observations.factors().size())
                .mapToObj(factor -> {
                    BitSet all = new BitSet();
                    all.set(0, observations.levels(factor));
                    return all;
                })
                .toList();
    }

    private Node grow(int[] sample, List<BitSet> box) {
        Optional<Split> split = sample.length < 2 * LEAST_IN_LEAF ? Optional.empty() : bestSplit(sample, box);
        if (split.isEmpty()) {
            Leaf leaf = new Leaf(mean(sample), box);
            leaves.add(leaf);
            return leaf;
        }
        int factor = split.get().factor();
        BitSet left = split.get().left();
        BitSet right = (BitSet) box.get(factor).clone();
        right.andNot(left);
        return new Fork(
                factor,
                left,
                grow(filtered(sample, factor, left), replaced(box, factor, left)),
                grow(filtered(sample, factor, right), replaced(box, factor, right)));
    }

    private double mean(int[] sample) {
        return Arrays.stream(sample)
                .mapToDouble(observations::response)
                .average()
                .orElseThrow();
    }

    private int[] filtered(int[] sample, int factor, BitSet levels) {
        return Arrays.stream(sample)
                .filter(each -> levels.get(observations.level(each, factor)))
                .toArray();
    }

    private static List<BitSet> replaced(List<BitSet> box, int factor, BitSet levels) {
        List<BitSet> changed = new ArrayList<>(box);
        changed.set(factor, levels);
        return changed;
    }

    /** Of equally good ones that of the first factor drawn. */
    private Optional<Split> bestSplit(int[] sample, List<BitSet> box) {
        Split best = null;
        for (int factor : drawnFactors()) {
            Split split = new Levels(sample, factor, box.get(factor)).bestSplit();
            if (split != null && (best == null || split.gain() > best.gain())) {
                best = split;
            }
        }
        return Optional.ofNullable(best);
    }

    private int[] drawnFactors() {
        int count = observations.factors().size();
        int[] order = IntStream.range(0, count).toArray();
        for (int i = 0; i < count - 1; i++) {
            int other = i + random.nextInt(count - i);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return Arrays.copyOf(order, (2 * count + 2) / 3);
    }

    /** The responses of a sample by the levels of a factor. */
    private final class Levels {
        private final int factor;
        private final BitSet box;
        private final double[] sums;
        private final int[] counts;
        private final int total;

        Levels(int[] sample, int factor, BitSet box) {
            this.factor = factor;
            this.box = box;
            this.sums = new double[observations.levels(factor)];
            this.counts = new int[sums.length];
            this.total = sample.length;
            for (int each : sample) {
                int level = observations.level(each, factor);
                sums[level] += observations.response(each);
                counts[level]++;
            }
        }

        /** Returns the best way to part the levels, or {@code null} if none is better than not to part them. */
        @Nullable
        Split bestSplit() {
            int[] order = order();
            double whole = Arrays.stream(sums).sum();
            double unparted = whole * whole / total;
            double most = unparted + 1e-12 * Math.abs(unparted) + Double.MIN_NORMAL;
            int parted = 0;
            double sum = 0;
            int count = 0;
            for (int i = 0; i + 1 < order.length; i++) {
                sum += sums[order[i]];
                count += counts[order[i]];
                double squares = sum * sum / count + (whole - sum) * (whole - sum) / (total - count);
                if (count >= LEAST_IN_LEAF && total - count >= LEAST_IN_LEAF && squares > most) {
                    most = squares;
                    parted = i + 1;
                }
            }
            return parted == 0 ? null : new Split(factor, left(order, parted), most - unparted);
        }

        /** The levels that occur, in their order or in that of their means. */
        private int[] order() {
            boolean isOrdered = observations.factors().get(factor).isOrdered();
            return IntStream.range(0, sums.length)
                    .filter(level -> counts[level] > 0)
                    .boxed()
                    .sorted((a, b) -> isOrdered ? a - b : Double.compare(sums[a] / counts[a], sums[b] / counts[b]))
                    .mapToInt(level -> level)
                    .toArray();
        }

        /** Of ordered levels that do not occur the near half goes along; of others none. */
        private BitSet left(int[] order, int parted) {
            BitSet left = new BitSet();
            if (observations.factors().get(factor).isOrdered()) {
                left.set(0, (order[parted - 1] + order[parted]) / 2 + 1);
                left.and(box);
            } else {
                Arrays.stream(order, 0, parted).forEach(left::set);
            }
            return left;
        }
    }
}
