package nas.bench;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many genomes of each kind are among the first different ones drawn, where each draw takes each kind with the same
 * probability and then each genome of the kind, those drawn before included.
 */
final class DrawnKinds {
    private static final double NEGLIGIBLE = 1e-15;

    private DrawnKinds() {}

    /**
     * Numbers that may come up.
     *
     * @param counts how many of each kind
     * @param probability that it is just these
     */
    record Numbers(List<Integer> counts, double probability) {
        /** Copies the list. */
        Numbers {
            counts = ImmutableList.copyOf(counts);
        }
    }

    /**
     * Returns all numbers that may come up but for the most improbable.
     *
     * @param genomes how many different genomes are drawn, at most as many as there are
     * @param sizes how many genomes of each kind there are, each at least 1
     */
    static List<Numbers> after(int genomes, int[] sizes) {
        Map<List<Integer>, Double> states = Map.of(Collections.nCopies(sizes.length, 0), 1.0);
        for (int drawn = 0; drawn < genomes; drawn++) {
            states = next(states, sizes);
        }
        List<Numbers> numbers = new ArrayList<>();
        states.forEach((counts, probability) -> numbers.add(new Numbers(counts, probability)));
        return numbers;
    }

    private static Map<List<Integer>, Double> next(Map<List<Integer>, Double> states, int[] sizes) {
        Map<List<Integer>, Double> next = new HashMap<>();
        states.forEach((counts, probability) -> {
            double sum = 0;
            for (int kind = 0; kind < sizes.length; kind++) {
                sum += fresh(counts, sizes, kind);
            }
            for (int kind = 0; kind < sizes.length; kind++) {
                double share = probability * fresh(counts, sizes, kind) / sum;
                if (share > NEGLIGIBLE) {
                    next.merge(withOneMore(counts, kind), share, Double::sum);
                }
            }
        });
        return next;
    }

    /** The probability that a genome of a kind has not been drawn yet. */
    private static double fresh(List<Integer> counts, int[] sizes, int kind) {
        return (double) (sizes[kind] - counts.get(kind)) / sizes[kind];
    }

    private static List<Integer> withOneMore(List<Integer> counts, int kind) {
        List<Integer> more = new ArrayList<>(counts);
        more.set(kind, counts.get(kind) + 1);
        return List.copyOf(more);
    }
}
