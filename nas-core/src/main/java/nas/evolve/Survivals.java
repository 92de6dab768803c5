package nas.evolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nas.space.Genome;

/** Counts for how many generations in a row each genome has survived. */
final class Survivals {
    /** A genome deserves another measurement whenever it has survived so many generations more. */
    private static final int GENERATIONS = 2;

    private Map<Genome, Integer> counts = Map.of();

    /** Takes who survived one generation more; returns those who deserve another measurement, in the same order. */
    List<Genome> elders(List<Genome> survivors) {
        Map<Genome, Integer> next = new HashMap<>();
        survivors.forEach(genome -> next.put(genome, counts.getOrDefault(genome, 0) + 1));
        counts = next;
        return survivors.stream()
                .filter(genome -> next.getOrDefault(genome, 0) % GENERATIONS == 0)
                .toList();
    }
}
