package nas.evolve;

import io.jenetics.AbstractAlterer;
import io.jenetics.AltererResult;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nas.space.Genome;

/**
 * Puts in the place of some of those selected, each as probably as the rate says, a child of it and of another one. Both are as
 * they were selected, so a child has two parents at most. An own alterer, as Jenetics' recombinators exchange genes and a gene
 * means another thing where layers are fewer.
 */
final class LayerCrossover extends AbstractAlterer<IntegerGene, Double> {
    private final LayerMix mix;
    private final Genepool pool;
    private final Pairing pairing;

    /** Is told of the position of a child, and of the genome that was mixed with the one that stood there. */
    @FunctionalInterface
    interface Pairing {
        void of(int position, Genome partner);
    }

    LayerCrossover(double rate, LayerMix mix, Genepool pool, Pairing pairing) {
        super(rate);
        this.mix = mix;
        this.pool = pool;
        this.pairing = pairing;
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> selected, long generation) {
        RandomGenerator random = RandomRegistry.random();
        List<Phenotype<IntegerGene, Double>> altered = new ArrayList<>();
        int alterations = 0;
        for (int i = 0; i < selected.length(); i++) {
            boolean isCrossed = selected.length() > 1 && random.nextDouble() < probability();
            altered.add(isCrossed ? child(i, selected, generation, random) : selected.get(i));
            alterations += isCrossed ? 1 : 0;
        }
        return new AltererResult<>(ISeq.of(altered), alterations);
    }

    private Phenotype<IntegerGene, Double> child(
            int position, Seq<Phenotype<IntegerGene, Double>> selected, long generation, RandomGenerator random) {
        int other = (position + 1 + random.nextInt(selected.length() - 1)) % selected.length();
        Genome partner = pool.genome(selected.get(other));
        Genome child = mix.child(pool.genome(selected.get(position)), partner, random);
        pairing.of(position, partner);
        return Phenotype.of(pool.genotype(pool.repaired(child)), generation);
    }
}
