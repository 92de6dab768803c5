package nas.evolve;

import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.Recombinator;
import io.jenetics.UniformCrossover;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;

/**
 * Jenetics' {@link UniformCrossover}, draw for draw, which also tells who exchanged genes with whom: both get a chance to
 * swap each gene of one chromosome that is drawn. An own {@link Recombinator}, as the one of Jenetics' crossovers is final
 * and keeps the partners to itself.
 */
final class TracedCrossover extends Recombinator<IntegerGene, Double> {
    private final Swap swap;
    private final Exchange exchange;

    /** Is told of two positions among the offspring whose genotypes have just been changed by swapping genes. */
    @FunctionalInterface
    interface Exchange {
        void between(int one, int other);
    }

    /** Makes a crossover that an individual undergoes, and in it a gene, with the probabilities given. */
    TracedCrossover(double probability, double swapProbability, Exchange exchange) {
        super(probability, 2);
        this.swap = new Swap(swapProbability);
        this.exchange = exchange;
    }

    @Override
    protected int recombine(MSeq<Phenotype<IntegerGene, Double>> offspring, int[] pair, long generation) {
        Genotype<IntegerGene> one = offspring.get(pair[0]).genotype();
        Genotype<IntegerGene> other = offspring.get(pair[1]).genotype();
        int chosen = RandomRegistry.random().nextInt(one.length());
        MSeq<IntegerGene> genes = MSeq.of(one.get(chosen));
        MSeq<IntegerGene> otherGenes = MSeq.of(other.get(chosen));
        swap.crossover(genes, otherGenes);
        Genotype<IntegerGene> changed = with(one, chosen, genes);
        offspring.set(pair[0], Phenotype.of(changed, generation));
        offspring.set(pair[1], Phenotype.of(with(other, chosen, otherGenes), generation));
        if (!changed.equals(one)) {
            exchange.between(pair[0], pair[1]);
        }
        return order();
    }

    private static Genotype<IntegerGene> with(Genotype<IntegerGene> genotype, int chosen, MSeq<IntegerGene> genes) {
        MSeq<Chromosome<IntegerGene>> chromosomes = MSeq.of(genotype);
        chromosomes.set(chosen, genotype.get(chosen).newInstance(genes.toISeq()));
        return Genotype.of(ISeq.of(chromosomes));
    }

    /** Opens to its neighbour what Jenetics protects. */
    private static final class Swap extends UniformCrossover<IntegerGene, Double> {
        Swap(double swapProbability) {
            super(1, swapProbability);
        }

        @Override
        protected int crossover(MSeq<IntegerGene> genes, MSeq<IntegerGene> otherGenes) {
            return super.crossover(genes, otherGenes);
        }
    }
}
