package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.Alterer;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.space.OpenSpaces;
import nas.space.RandomGenomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracedCrossoverTest {
    private static final GenomeCodec CODEC = new GenomeCodec(RandomGenomes.SPACE, UnaryOperator.identity());

    private final List<Set<Integer>> exchanges = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void breeds_what_the_crossover_of_jenetics_breeds(long seed) {
        Seq<Phenotype<IntegerGene, Double>> parents = parents();
        assertThat(altered(traced(), parents, seed))
                .isEqualTo(altered(new UniformCrossover<>(0.5, 0.3), parents, seed))
                .isNotEqualTo(parents);
    }

    @Test
    void tells_of_all_who_were_changed_and_of_nobody_else() {
        Seq<Phenotype<IntegerGene, Double>> parents = parents();
        Seq<Phenotype<IntegerGene, Double>> children = altered(traced(), parents, 7);
        Set<Integer> told = new TreeSet<>();
        exchanges.forEach(told::addAll);
        assertThat(told)
                .containsExactlyElementsOf(IntStream.range(0, parents.length())
                        .filter(i -> !parents.get(i)
                                .genotype()
                                .equals(children.get(i).genotype()))
                        .boxed()
                        .toList());
        assertThat(exchanges).isNotEmpty().allSatisfy(pair -> assertThat(pair).hasSize(2));
    }

    @Test
    void where_many_chromosomes_are_open_several_are_mixed() {
        GenomeCodec open = new GenomeCodec(OpenSpaces.everything(), UnaryOperator.identity());
        Seq<Phenotype<IntegerGene, Double>> parents = RandomRegistry.with(
                new SplittableRandom(3),
                random -> Stream.generate(open.factory()::newInstance)
                        .limit(40)
                        .map(genotype -> Phenotype.<IntegerGene, Double>of(genotype, 1, 0.5))
                        .collect(ISeq.toISeq()));
        Seq<Phenotype<IntegerGene, Double>> children = altered(traced(), parents, 7);
        assertThat(IntStream.range(0, 40).map(i -> differences(parents.get(i), children.get(i))))
                .anyMatch(count -> count > 1);
    }

    private static int differences(Phenotype<IntegerGene, Double> parent, Phenotype<IntegerGene, Double> child) {
        return (int) IntStream.range(0, parent.genotype().length())
                .filter(i -> !parent.genotype().get(i).equals(child.genotype().get(i)))
                .count();
    }

    @Test
    void twins_have_nothing_to_exchange() {
        Phenotype<IntegerGene, Double> twin = parents().get(0);
        altered(traced(), ISeq.of(twin, twin, twin), 7);
        assertThat(exchanges).isEmpty();
    }

    private TracedCrossover traced() {
        return new TracedCrossover(0.5, 0.3, (one, other) -> exchanges.add(new TreeSet<>(List.of(one, other))));
    }

    private static Seq<Phenotype<IntegerGene, Double>> parents() {
        return RandomGenomes.of(20, 1).stream()
                .map(genome -> Phenotype.of(CODEC.encode(genome), 1, 0.5))
                .collect(ISeq.toISeq());
    }

    private static Seq<Phenotype<IntegerGene, Double>> altered(
            Alterer<IntegerGene, Double> alterer, Seq<Phenotype<IntegerGene, Double>> parents, long seed) {
        return RandomRegistry.with(
                new SplittableRandom(seed), random -> alterer.alter(parents, 2).population());
    }
}
