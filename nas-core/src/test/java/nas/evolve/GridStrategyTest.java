package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.OpenSpaces;
import nas.space.ParameterBudget;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GridStrategyTest implements StrategyContract {
    private static final SearchSpace LINEAR_LAYERS = new SearchSpace(
            Ladder.integers(0, 3, Ladder.Scale.LINEAR),
            new Ladder<>(List.of(2, 3, 7)),
            new Ladder<>(List.of(Activation.IDENTITY, Activation.ELU)),
            Ladder.of(0.0),
            Recipe.DEFAULT);

    @Override
    public StrategyKind kind() {
        return StrategyKind.GRID;
    }

    static Stream<Map.Entry<String, SearchSpace>> small() {
        return OpenSpaces.small().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("small")
    void exactly_the_genomes_of_the_space_are_proposed_from_shallow_to_deep(Map.Entry<String, SearchSpace> space) {
        int size = space.getValue().size().intValueExact();
        List<Generation> generations = Strategic.run(
                new GridStrategy(Strategic.setup(space.getValue(), 20, 1)), size / 20 + 2, Strategic::excess);
        assertThat(Strategic.genomes(generations))
                .hasSize(size)
                .allMatch(space.getValue()::contains)
                .extracting(genome -> genome.architecture().depth())
                .isSorted();
        assertThat(generations.get(generations.size() - 1)).isEqualTo(Generation.NONE);
    }

    /** What is walked under a limit is what is left when all genomes are repaired. */
    @ParameterizedTest
    @MethodSource("limited")
    void under_a_limit_all_repaired_genomes_are_proposed(Map.Entry<String, SearchSpace> space) {
        for (long limit : new long[] {40, 60, 90}) {
            long least = space.getValue()
                    .smallest(Strategic.INPUTS, Strategic.OUTPUTS)
                    .parameters(Strategic.INPUTS, Strategic.OUTPUTS);
            ParameterBudget budget =
                    new ParameterBudget(space.getValue(), Strategic.INPUTS, Strategic.OUTPUTS, Math.max(least, limit));
            Set<Genome> repaired = new HashSet<>();
            SpaceWalk.of(space.getValue(), genome -> genome)
                    .forEachRemaining(genome -> repaired.add(budget.repair(genome)));
            Set<Genome> walked = new HashSet<>();
            SpaceWalk.of(space.getValue(), budget::repair).forEachRemaining(walked::add);
            assertThat(walked).isEqualTo(repaired);
        }
    }

    static Stream<Map.Entry<String, SearchSpace>> limited() {
        return Stream.concat(small(), Stream.of(Map.entry("linear layers", LINEAR_LAYERS)));
    }

    @Test
    void a_space_without_end_is_walked_without_holding_it() {
        assertThat(OpenSpaces.everything().size().bitLength()).isGreaterThan(40);
        Strategy grid = new GridStrategy(Strategic.setup(OpenSpaces.everything(), 100, 1));
        assertThat(Strategic.genomes(Strategic.run(grid, 10, Strategic::excess)))
                .hasSize(1000);
    }

    /** Only what is narrow fits, in a space whose wide networks could not be passed over one by one. */
    @Test
    void what_does_not_fit_is_passed_over() {
        SearchSpace deep = new SearchSpace(
                new Ladder<>(List.of(6)),
                Ladder.integers(4, 256, Ladder.Scale.LOG),
                RandomGenomes.SPACE.architectures().activations(),
                Ladder.of(0.0),
                Recipe.DEFAULT);
        long least = deep.smallest(Strategic.INPUTS, Strategic.OUTPUTS).parameters(Strategic.INPUTS, Strategic.OUTPUTS);
        assertThat(SpaceWalk.of(deep, new ParameterBudget(deep, Strategic.INPUTS, Strategic.OUTPUTS, least)::repair))
                .toIterable()
                .hasSize((int) Math.pow(3, 6));
    }
}
