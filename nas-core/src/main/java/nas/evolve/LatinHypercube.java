package nas.evolve;

import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.ISeq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import nas.Seeds;

/*
 * Latin hypercube sampling (McKay, Beckman & Conover 1979, "A comparison of three methods for selecting values of input
 * variables in the analysis of output from a computer code", doi 10.1080/00401706.1979.10489755). The range of each gene is
 * divided into as many equal parts as there are samples (N); each part is met by one sample, at an even place in it; which
 * parts of different genes meet is drawn. Here a place is then rounded down to one of the gene's values.
 */
/** Genotypes that are spread evenly over the values of each gene. */
final class LatinHypercube {
    private LatinHypercube() {}

    /** Returns so many genotypes with the chromosomes of another one. */
    static List<Genotype<IntegerGene>> of(Genotype<IntegerGene> pattern, int count, RandomGenerator random) {
        List<List<int[]>> values = new ArrayList<>();
        for (Chromosome<IntegerGene> chromosome : pattern) {
            values.add(
                    chromosome.stream().map(gene -> spread(gene, count, random)).toList());
        }
        return IntStream.range(0, count)
                .mapToObj(sample -> genotype(pattern, values, sample))
                .toList();
    }

    /** The value of a gene in each sample. */
    private static int[] spread(IntegerGene gene, int count, RandomGenerator random) {
        int[] parts = Seeds.permutation(count, random.nextLong());
        double alleles = (double) gene.max() - gene.min();
        return IntStream.of(parts)
                .map(part -> gene.min() + (int) Math.min(alleles - 1, alleles * (part + random.nextDouble()) / count))
                .toArray();
    }

    private static Genotype<IntegerGene> genotype(Genotype<IntegerGene> pattern, List<List<int[]>> values, int sample) {
        return Genotype.of(IntStream.range(0, pattern.length())
                .mapToObj(place -> chromosome(pattern.get(place), values.get(place), sample))
                .collect(ISeq.toISeq()));
    }

    private static Chromosome<IntegerGene> chromosome(Chromosome<IntegerGene> pattern, List<int[]> values, int sample) {
        return IntegerChromosome.of(IntStream.range(0, values.size())
                .mapToObj(gene -> IntegerGene.of(
                        values.get(gene)[sample],
                        pattern.get(gene).min(),
                        pattern.get(gene).max()))
                .toArray(IntegerGene[]::new));
    }
}
