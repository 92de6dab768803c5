package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.RandomRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.ParameterBudget;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class GenomeCodecTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;

    private final GenomeCodec codec = new GenomeCodec(SPACE, UnaryOperator.identity());

    @Test
    void every_genome_survives_encoding_and_decoding() {
        assertThat(RandomGenomes.of(300, 5))
                .allSatisfy(
                        genome -> assertThat(codec.decode(codec.encode(genome))).isEqualTo(genome));
    }

    @Test
    void every_genotype_decodes_to_a_genome_of_the_space() {
        assertThat(genotypes(codec, 500).map(codec::decode)).allMatch(SPACE::contains);
    }

    @Test
    void random_genotypes_reach_every_genome_of_a_small_space() {
        SearchSpace small = new SearchSpace(
                new Ladder<>(List.of(0, 2)),
                new Ladder<>(List.of(3, 5)),
                new Ladder<>(List.of(Activation.ELU, Activation.TANH)),
                new Ladder<>(List.of(0.0)),
                Recipe.DEFAULT);
        GenomeCodec smallCodec = new GenomeCodec(small, UnaryOperator.identity());
        Set<Genome> reached = new HashSet<>(
                genotypes(smallCodec, 1_000).map(smallCodec::decode).toList());
        assertThat(reached).hasSize(small.size().intValueExact());
    }

    @Test
    void alleles_beyond_their_ladder_decode_all_the_same() {
        Genotype<IntegerGene> wild = Genotype.of(
                IntegerChromosome.of(IntegerGene.of(-7, -9, 99)),
                IntegerChromosome.of(IntegerGene.of(98, -9, 99), IntegerGene.of(-1, -9, 99), IntegerGene.of(3, -9, 99)),
                IntegerChromosome.of(IntegerGene.of(5, -9, 99), IntegerGene.of(6, -9, 99), IntegerGene.of(7, -9, 99)),
                IntegerChromosome.of(IntegerGene.of(8, -9, 99), IntegerGene.of(-9, -9, 99), IntegerGene.of(9, -9, 99)));
        assertThat(SPACE.contains(codec.decode(wild))).isTrue();
    }

    @Test
    void a_space_of_linear_models_alone_has_a_codec_too() {
        SearchSpace linear = new SearchSpace(
                new Ladder<>(List.of(0)),
                SPACE.architectures().widths().first(),
                SPACE.architectures().activations(),
                SPACE.architectures().dropouts(),
                SPACE.recipes().usual());
        GenomeCodec linearCodec = new GenomeCodec(linear, UnaryOperator.identity());
        Genome genome = new Genome(Architecture.LINEAR, linear.recipes().usual());
        assertThat(linearCodec.decode(linearCodec.encode(genome))).isEqualTo(genome);
    }

    @Test
    void what_is_decoded_has_been_repaired() {
        ParameterBudget budget = new ParameterBudget(SPACE, 12, 4, 150);
        GenomeCodec repairing = new GenomeCodec(SPACE, budget::repair);
        assertThat(genotypes(repairing, 300).map(repairing::decode)).allMatch(budget::admits);
    }

    @Test
    void genomes_outside_the_space_have_no_genotype() {
        assertThatThrownBy(() -> codec.encode(RandomGenomes.uniform(4, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("genome lies outside the space: 8 relu 0.0;");
    }

    private static Stream<Genotype<IntegerGene>> genotypes(GenomeCodec codec, int count) {
        return RandomRegistry.with(
                new SplittableRandom(9),
                random -> Stream.generate(codec.factory()::newInstance).limit(count).toList().stream());
    }
}
