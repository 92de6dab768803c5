package nas.evolve;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import nas.space.Genome;

/**
 * Genomes as Jenetics sees them, each by the one genotype whose genes without meaning are 0. Remembers which genome stands
 * behind a genotype, and the other way, as that is asked for many times.
 */
final class Genepool {
    private final GenomeCodec codec;
    private final IdentityHashMap<Genotype<IntegerGene>, Genome> genomes = new IdentityHashMap<>();
    private final Map<Genome, Genotype<IntegerGene>> genotypes = new HashMap<>();

    Genepool(GenomeCodec codec) {
        this.codec = codec;
    }

    /** Returns the genome of an individual whose genotype is of this pool. */
    Genome genome(Phenotype<IntegerGene, Double> individual) {
        return genome(individual.genotype());
    }

    /** Returns the genome of a genotype of this pool. */
    Genome genome(Genotype<IntegerGene> genotype) {
        return Objects.requireNonNull(genomes.get(genotype), "genotype is of another pool");
    }

    /** Returns the genotype of a genome of the space that needs no repair. */
    Genotype<IntegerGene> genotype(Genome genome) {
        Genotype<IntegerGene> genotype = genotypes.computeIfAbsent(genome, codec::genotype);
        genomes.put(genotype, genome);
        return genotype;
    }

    /** Returns a genome that fits. */
    Genome repaired(Genome genome) {
        return codec.repaired(genome);
    }

    /** Forgets all but some genomes. */
    void keep(Collection<Genome> kept) {
        genotypes.keySet().retainAll(kept);
        genomes.values().retainAll(kept);
    }
}
