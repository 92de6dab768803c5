package nas.evolve;

import java.util.List;
import java.util.function.Supplier;
import nas.space.Genome;

/** A way of changing a genome a little. */
@FunctionalInterface
interface Move {
    /**
     * Returns what it can lead to from a genome of the space, each made only when it is asked for, as of many one is chosen:
     * genomes of the space, among which may be one twice, and the genome itself.
     */
    List<Supplier<Genome>> candidates(Genome genome);

    /** Returns all genomes that it can lead to, none twice, and not the genome itself. */
    default List<Genome> results(Genome genome) {
        return candidates(genome).stream()
                .map(Supplier::get)
                .filter(other -> !other.equals(genome))
                .distinct()
                .toList();
    }
}
