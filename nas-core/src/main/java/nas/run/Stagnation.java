package nas.run;

import java.util.List;
import nas.select.Assessed;
import nas.space.Genome;

/** Counts the generations in which the Pareto front did not change. */
final class Stagnation {
    private final int limit;
    private List<Genome> front = List.of();
    private int unchanged;

    Stagnation(int limit) {
        this.limit = limit;
    }

    /** Takes the front after a generation and tells whether it has stood long enough. */
    boolean isReached(List<Assessed> current) {
        List<Genome> genomes = current.stream().map(Assessed::genome).toList();
        unchanged = genomes.equals(front) ? unchanged + 1 : 0;
        front = genomes;
        return unchanged >= limit;
    }
}
