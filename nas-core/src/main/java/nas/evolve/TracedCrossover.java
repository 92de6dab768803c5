package nas.evolve;

import com.google.common.math.IntMath;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.Recombinator;
import io.jenetics.UniformCrossover;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import java.math.RoundingMode;

/**
 * Jenetics' {@link UniformCrossover}, draw for draw, which also tells who exchanged genes with whom: both get a chance to
 * swap each gene of one chromosome that is drawn. Where there are many chromosomes, one is drawn for every four of them, as
 * else the more a space opens, the less offspring would have of both parents. An own {@link Recombinator}, as the one of
 * Jenetics' crossovers is final and keeps the partners to itself.
 */
final class TracedCrossover extends Recombinator<IntegerGene, Double> {
    /** For so many chromosomes one is drawn. */
    private static final int CHROMOSOMES = 4;

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
        MSeq<Chromosome<IntegerGene>> changed = MSeq.of(one);
        MSeq<Chromosome<IntegerGene>> otherChanged = MSeq.of(other);
        for (int rounds = IntMath.divide(one.length(), CHROMOSOMES, RoundingMode.CEILING); rounds > 0; rounds--) {
            swapIn(RandomRegistry.random().nextInt(one.length()), changed, otherChanged);
        }
        boolean isChanged = !changed.asList().equals(MSeq.of(one).asList());
        offspring.set(pair[0], Phenotype.of(Genotype.of(changed.toISeq()), generation));
        offspring.set(pair[1], Phenotype.of(Genotype.of(otherChanged.toISeq()), generation));
        if (isChanged) {
            exchange.between(pair[0], pair[1]);
        }
        return order();
    }

    private void swapIn(int chosen, MSeq<Chromosome<IntegerGene>> changed, MSeq<Chromosome<IntegerGene>> otherChanged) {
        MSeq<IntegerGene> genes = MSeq.of(changed.get(chosen));
        MSeq<IntegerGene> otherGenes = MSeq.of(otherChanged.get(chosen));
        swap.crossover(genes, otherGenes);
        changed.set(chosen, changed.get(chosen).newInstance(genes.toISeq()));
        otherChanged.set(chosen, otherChanged.get(chosen).newInstance(otherGenes.toISeq()));
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
