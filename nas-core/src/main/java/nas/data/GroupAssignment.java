package nas.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives whole groups to parts so that each part comes near to the rows that are wanted for it, in all and of each class. A
 * greedy search: groups come from the largest to the smallest, and each goes where it is needed most. The need is the drop
 * of the sum of squared relative deviations,
 *
 * <pre>
 * need(p, g) = n_g · (w_p − n_p) / N² + 1/C · Σ_c n_gc · (w_pc − n_pc) / N_c²
 * </pre>
 *
 * where n_g and n_gc are the group's rows, in all and of class c, w the rows wanted for part p, n_p those that it has, N all
 * rows and C the number of classes. Two ideas come together here: what is wanted and still missing decides (Sechidis,
 * Tsoumakas & Vlahavas 2011, "On the Stratification of Multi-Label Data", doi:10.1007/978-3-642-23808-6_10), and groups are
 * taken whole, the hardest first (as scikit-learn's {@code StratifiedGroupKFold} does, which measures the spread of class
 * shares over equal folds instead).
 *
 * <p>As long as there are only as many groups left as parts still need, they go to those parts.
 */
final class GroupAssignment {
    /** The part of a group that has none. */
    static final int NONE = -1;

    private final GroupCounts groups;
    private final int[] wanted;
    private final double[] missing;
    private final double[][] missingOfClass;
    private final int[] least;
    private final Admission admission;
    private final int[] parts;

    /** Says which groups a part may take. */
    interface Admission {
        /** Every part may take every group. */
        Admission ALL = new Admission() {
            @Override
            public boolean admits(int group, int part) {
                return true;
            }

            @Override
            public void took(int group, int part) {}
        };

        /** Returns whether a part may take a group. */
        boolean admits(int group, int part);

        /** Is told that a part took a group, or, with {@link #NONE}, that none may. */
        void took(int group, int part);
    }

    /**
     * Begins with empty parts.
     *
     * @param wanted rows that are wanted for each part; a part that wants none gets none
     * @param least how many groups each part needs
     */
    GroupAssignment(GroupCounts groups, int[] wanted, int[] least, Admission admission) {
        this.groups = groups;
        this.wanted = wanted;
        this.least = least.clone();
        this.admission = admission;
        this.missing = Arrays.stream(wanted).asDoubleStream().toArray();
        this.missingOfClass = new double[wanted.length][];
        Arrays.setAll(missingOfClass, this::shares);
        this.parts = new int[groups.groups()];
        Arrays.fill(parts, NONE);
    }

    private double[] shares(int part) {
        double share = (double) wanted[part] / groups.rows();
        return Arrays.stream(groups.classSizes())
                .mapToDouble(size -> size * share)
                .toArray();
    }

    /** Gives a group to a part, or to none. */
    void assign(int group, int part) {
        parts[group] = part;
        admission.took(group, part);
        if (part == NONE) {
            return;
        }
        least[part]--;
        missing[part] -= groups.size(group);
        for (int entry = groups.from(group); entry < groups.from(group + 1); entry++) {
            missingOfClass[part][groups.label(entry)] -= groups.count(entry);
        }
    }

    /** Gives groups to parts in the order in which they come; a group that no part may take has none. */
    void assignAll(int[] order) {
        for (int i = 0; i < order.length; i++) {
            assign(order[i], best(order[i], order.length - i));
        }
    }

    /** Returns the part of a group, or {@link #NONE}. */
    int part(int group) {
        return parts[group];
    }

    private int best(int group, int left) {
        boolean isScarce =
                left <= IntStream.of(least).map(groups -> Math.max(0, groups)).sum();
        int best = NONE;
        double highest = 0;
        for (int part = 0; part < wanted.length; part++) {
            if (wanted[part] > 0 && !(isScarce && least[part] <= 0) && admission.admits(group, part)) {
                double need = need(group, part);
                if (best == NONE || need > highest) {
                    best = part;
                    highest = need;
                }
            }
        }
        return best;
    }

    private double need(int group, int part) {
        double need = 0;
        for (int entry = groups.from(group); entry < groups.from(group + 1); entry++) {
            int label = groups.label(entry);
            double size = groups.classSizes()[label];
            need += groups.count(entry) * missingOfClass[part][label] / (size * size);
        }
        double rows = groups.rows();
        return need / groups.classSizes().length + groups.size(group) * missing[part] / (rows * rows);
    }
}
