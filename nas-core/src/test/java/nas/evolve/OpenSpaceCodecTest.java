package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nas.space.Genome;
import nas.space.OpenSpaces;
import nas.space.ParameterBudget;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenSpaceCodecTest {
    private static final SearchSpace EVERYTHING = OpenSpaces.everything();
    private static final int INPUTS = 6;
    private static final int OUTPUTS = 3;

    static Stream<Map.Entry<String, SearchSpace>> small() {
        return OpenSpaces.small().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("small")
    void all_genotypes_together_are_as_many_genomes_as_the_space_counts(Map.Entry<String, SearchSpace> space) {
        GenomeCodec codec = new GenomeCodec(space.getValue(), UnaryOperator.identity());
        Set<Genome> genomes = new HashSet<>();
        genotypes(codec).forEach(genotype -> genomes.add(codec.decode(genotype)));
        assertThat(space.getValue().size().intValueExact()).isEqualTo(genomes.size());
        assertThat(genomes).allSatisfy(genome -> {
            assertThat(space.getValue().contains(genome)).isTrue();
            assertThat(codec.decode(codec.encode(genome))).isEqualTo(genome);
        });
    }

    @ParameterizedTest
    @MethodSource("small")
    void smallest_and_largest_are_reached_and_never_exceeded(Map.Entry<String, SearchSpace> space) {
        GenomeCodec codec = new GenomeCodec(space.getValue(), UnaryOperator.identity());
        List<Long> parameters = genotypes(codec)
                .map(genotype -> codec.decode(genotype).parameters(INPUTS, OUTPUTS))
                .sorted()
                .toList();
        assertThat(space.getValue().smallest(INPUTS, OUTPUTS).parameters(INPUTS, OUTPUTS))
                .isEqualTo(parameters.get(0));
        assertThat(space.getValue().largest(INPUTS, OUTPUTS).parameters(INPUTS, OUTPUTS))
                .isEqualTo(parameters.get(parameters.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("small")
    void repair_keeps_every_genome_in_its_space(Map.Entry<String, SearchSpace> space) {
        GenomeCodec codec = new GenomeCodec(space.getValue(), UnaryOperator.identity());
        long least = space.getValue().smallest(INPUTS, OUTPUTS).parameters(INPUTS, OUTPUTS);
        for (long limit : new long[] {least, least + 20, least + 60}) {
            checkRepair(codec, space.getValue(), new ParameterBudget(space.getValue(), INPUTS, OUTPUTS, limit));
        }
    }

    private static void checkRepair(GenomeCodec codec, SearchSpace space, ParameterBudget budget) {
        genotypes(codec).forEach(genotype -> {
            Genome repaired = budget.repair(codec.decode(genotype));
            assertThat(budget.admits(repaired)).isTrue();
            assertThat(space.contains(repaired)).as(repaired.canonicalText()).isTrue();
            assertThat(budget.repair(repaired)).isEqualTo(repaired);
        });
    }

    @Test
    void a_space_with_everything_open_is_decoded_encoded_and_repaired() {
        GenomeCodec codec = new GenomeCodec(EVERYTHING, UnaryOperator.identity());
        ParameterBudget budget = new ParameterBudget(EVERYTHING, INPUTS, OUTPUTS, 80);
        random(codec, 2_000).forEach(genotype -> {
            Genome genome = codec.decode(genotype);
            assertThat(EVERYTHING.contains(genome)).isTrue();
            assertThat(codec.decode(codec.encode(genome))).isEqualTo(genome);
            assertThat(EVERYTHING.contains(budget.repair(genome))).isTrue();
            assertThat(budget.admits(budget.repair(genome))).isTrue();
        });
    }

    private static Stream<Genotype<IntegerGene>> random(GenomeCodec codec, int count) {
        return RandomRegistry.with(
                new SplittableRandom(7),
                random -> Stream.generate(codec.factory()::newInstance).limit(count).toList().stream());
    }

    private static Stream<Genotype<IntegerGene>> genotypes(GenomeCodec codec) {
        Genotype<IntegerGene> factory = codec.factory();
        List<Set<Integer>> alleles = new ArrayList<>();
        for (Chromosome<IntegerGene> chromosome : factory) {
            chromosome.forEach(gene -> alleles.add(
                    ContiguousSet.create(Range.closedOpen(gene.min(), gene.max()), DiscreteDomain.integers())));
        }
        return Sets.cartesianProduct(alleles).stream().map(chosen -> genotype(factory, chosen));
    }

    private static Genotype<IntegerGene> genotype(Genotype<IntegerGene> factory, List<Integer> alleles) {
        List<Chromosome<IntegerGene>> chromosomes = new ArrayList<>();
        int next = 0;
        for (Chromosome<IntegerGene> chromosome : factory) {
            List<IntegerGene> genes = new ArrayList<>();
            for (IntegerGene gene : chromosome) {
                genes.add(IntegerGene.of(alleles.get(next++), gene.min(), gene.max()));
            }
            chromosomes.add(IntegerChromosome.of(ISeq.of(genes).toArray(IntegerGene[]::new)));
        }
        return Genotype.of(ISeq.of(chromosomes));
    }
}
