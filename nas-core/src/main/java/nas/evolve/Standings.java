package nas.evolve;

import nas.space.Genome;

/** How all genomes that were tried do; the only thing that a strategy knows of training. */
@FunctionalInterface
public interface Standings {
    /**
     * Returns how a genome does. The same genome may stand otherwise later, as it is measured again or the lowest loss falls.
     *
     * @throws IllegalArgumentException if it was never tried
     */
    Standing of(Genome genome);
}
