package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nas.space.RandomGenomes;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomStrategyTest implements StrategyContract {
    @Override
    public StrategyKind kind() {
        return StrategyKind.RANDOM;
    }

    @Test
    void what_was_given_comes_first_and_the_rest_is_drawn() {
        StrategySetup setup = Strategic.setup(RandomGenomes.SPACE, 10, 1);
        List<Generation> generations = Strategic.run(new RandomStrategy(setup), 3, Strategic::excess);
        assertThat(generations.get(0).proposals()).startsWith(setup.first().toArray(Proposal[]::new));
        assertThat(generations)
                .allSatisfy(generation -> assertThat(generation.proposals()).hasSize(10));
        assertThat(generations.get(2).proposals())
                .extracting(Proposal::operators)
                .containsOnly(List.of("random"));
        assertThat(Strategic.run(new RandomStrategy(Strategic.setup(RandomGenomes.SPACE, 10, 2)), 3, Strategic::excess))
                .isNotEqualTo(generations);
    }

    @ParameterizedTest
    @MethodSource("nas.evolve.GridStrategyTest#small")
    void every_genome_of_a_space_is_drawn_in_the_end(Map.Entry<String, SearchSpace> space) {
        int size = space.getValue().size().intValueExact();
        List<Generation> generations = Strategic.run(
                new RandomStrategy(Strategic.setup(space.getValue(), 20, 1)), size / 20 + 2, Strategic::excess);
        assertThat(Strategic.genomes(generations)).hasSize(size);
    }
}
