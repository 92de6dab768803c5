package nas.evolve;

import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.ISeq;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.SearchSpace;

/**
 * The one place that knows genes. A genotype has a chromosome of one gene for the depth and, where the space has hidden
 * layers at all, three more with a gene for each possible layer: units, activation, dropout. A gene is an index into its
 * ladder. Genes of absent layers are kept and have no meaning. Decoding is total: every genotype is a genome of the space.
 */
final class GenomeCodec {
    private final SearchSpace space;
    private final UnaryOperator<Genome> repair;

    /** Makes a codec whose genomes all pass the repair. */
    GenomeCodec(SearchSpace space, UnaryOperator<Genome> repair) {
        this.space = space;
        this.repair = repair;
    }

    /** Returns a genotype from which Jenetics draws random ones. */
    Genotype<IntegerGene> factory() {
        List<Chromosome<IntegerGene>> chromosomes = new ArrayList<>();
        chromosomes.add(IntegerChromosome.of(0, space.depths().size(), 1));
        int layers = space.depths().last();
        if (layers > 0) {
            chromosomes.add(IntegerChromosome.of(0, space.units().size(), layers));
            chromosomes.add(IntegerChromosome.of(0, space.activations().size(), layers));
            chromosomes.add(IntegerChromosome.of(0, space.dropouts().size(), layers));
        }
        return Genotype.of(ISeq.of(chromosomes));
    }

    /** Returns the repaired genome of a genotype. */
    Genome decode(Genotype<IntegerGene> genotype) {
        int depth = rung(space.depths(), genotype, 0, 0);
        List<HiddenLayer> layers = IntStream.range(0, depth)
                .mapToObj(layer -> new HiddenLayer(
                        rung(space.units(), genotype, 1, layer),
                        rung(space.activations(), genotype, 2, layer),
                        rung(space.dropouts(), genotype, 3, layer)))
                .toList();
        return repair.apply(new Genome(new Architecture(layers), space.recipe()));
    }

    /**
     * Returns a genotype that decodes to a genome of the space; genes of absent layers are 0.
     *
     * @throws IllegalArgumentException if the genome lies outside the space
     */
    Genotype<IntegerGene> encode(Genome genome) {
        if (!space.contains(genome)) {
            throw new IllegalArgumentException("genome lies outside the space: " + genome.canonicalText());
        }
        List<Chromosome<IntegerGene>> chromosomes = new ArrayList<>();
        int depth = space.depths().rungs().indexOf(genome.architecture().depth());
        chromosomes.add(
                IntegerChromosome.of(IntegerGene.of(depth, 0, space.depths().size())));
        if (space.depths().last() > 0) {
            chromosomes.add(chromosome(genome, space.units(), HiddenLayer::units));
            chromosomes.add(chromosome(genome, space.activations(), HiddenLayer::activation));
            chromosomes.add(chromosome(genome, space.dropouts(), HiddenLayer::dropout));
        }
        return Genotype.of(ISeq.of(chromosomes));
    }

    private <T> Chromosome<IntegerGene> chromosome(Genome genome, Ladder<T> ladder, Function<HiddenLayer, T> choice) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return IntegerChromosome.of(IntStream.range(0, space.depths().last())
                .mapToObj(i -> i < layers.size() ? ladder.rungs().indexOf(choice.apply(layers.get(i))) : 0)
                .map(index -> IntegerGene.of(index, 0, ladder.size()))
                .toArray(IntegerGene[]::new));
    }

    private static <T> T rung(Ladder<T> ladder, Genotype<IntegerGene> genotype, int chromosome, int gene) {
        int allele = genotype.get(chromosome).get(gene).allele();
        return ladder.rungs().get(Math.floorMod(allele, ladder.size()));
    }
}
