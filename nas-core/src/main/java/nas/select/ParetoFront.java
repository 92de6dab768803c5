package nas.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds the genomes that no other one beats on both parameters and loss, or whatever else there is to be low. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * Returns the front, from the smallest genome to the largest, so that the loss falls strictly. Of genomes equal in
     * both only the one with the lowest key stands. Independent of the order of the argument; costs one sort.
     */
    public static List<Assessed> of(Collection<Assessed> assessed) {
        return of(assessed, Assessed::loss);
    }

    /**
     * Returns the front where something else than the loss is to be low. Of genomes equal in that and in size the one of the
     * lowest loss stands, then that with the lowest key.
     */
    static List<Assessed> of(Collection<Assessed> assessed, ToDoubleFunction<Assessed> shortcoming) {
        Comparator<Assessed> order = Comparator.comparingLong(Assessed::parameters)
                .thenComparingDouble(shortcoming)
                .thenComparing(Assessed.BY_LOSS);
        List<Assessed> front = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (Assessed next : assessed.stream().sorted(order).toList()) {
            double value = shortcoming.applyAsDouble(next);
            if (front.isEmpty() || value < lowest) {
                front.add(next);
                lowest = value;
            }
        }
        return List.copyOf(front);
    }
}
