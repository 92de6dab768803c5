package nas.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the genomes that no other one beats on both loss and parameters. */
public final class ParetoFront {
    private ParetoFront() {}

    /**
     * Returns the front, from the smallest genome to the largest, so that the loss falls strictly. Of genomes equal in
     * both only the one with the lowest key stands. Independent of the order of the argument; costs one sort.
     */
    public static List<Assessed> of(Collection<Assessed> assessed) {
        List<Assessed> front = new ArrayList<>();
        for (Assessed next : assessed.stream().sorted(Assessed.BY_SIZE).toList()) {
            if (front.isEmpty() || next.loss() < front.get(front.size() - 1).loss()) {
                front.add(next);
            }
        }
        return List.copyOf(front);
    }
}
