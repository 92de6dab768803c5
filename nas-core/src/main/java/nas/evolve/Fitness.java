package nas.evolve;

import java.util.Map;
import java.util.Set;
import nas.space.Genome;

/** Weighs genomes; the only thing that breeding knows of training. */
@FunctionalInterface
public interface Fitness {
    /**
     * Returns the objective of each genome: lower is better, {@link Double#POSITIVE_INFINITY} for one that failed. The
     * same genome may be asked for again and may then have another objective, as the reference moves.
     *
     * @param genomes the genomes, in the order in which they were bred
     */
    Map<Genome, Double> objectives(Set<Genome> genomes);
}
