package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.OpenSpaces;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

class HalvingStrategyTest implements StrategyContract {
    private static final SearchSpace SPACE = new SearchSpace(
            Ladder.integers(0, 2, Ladder.Scale.LINEAR),
            new Ladder<>(List.of(4, 6, 8, 12, 16, 32)),
            Ladder.of(Activation.ELU),
            Ladder.of(0.0),
            Recipe.DEFAULT);

    @Override
    public StrategyKind kind() {
        return StrategyKind.HALVING;
    }

    @Test
    void where_all_are_good_widths_are_halved_and_then_layers_dropped_down_to_the_linear_model() {
        assertThat(units(genome -> 0.0))
                .containsExactly(List.of(32, 32), List.of(16, 16), List.of(8, 8), List.of(4, 4), List.of(4), List.of());
    }

    @Test
    void a_layer_is_dropped_once_halving_is_no_longer_good_enough_and_its_widths_are_halved_again() {
        assertThat(units(genome -> genome.architecture().units().equals(List.of(8, 8)) ? 0.7 : 0.1))
                .containsExactly(
                        List.of(32, 32),
                        List.of(16, 16),
                        List.of(8, 8),
                        List.of(16),
                        List.of(8),
                        List.of(4),
                        List.of());
    }

    @Test
    void it_ends_where_neither_is_good_enough() {
        assertThat(units(genome -> genome.architecture().units().equals(List.of(16, 16)) ? 0.1 : 0.7))
                .containsExactly(List.of(32, 32), List.of(16, 16), List.of(8, 8), List.of(16));
    }

    @Test
    void a_largest_network_that_fails_does_not_end_it() {
        assertThat(units(
                        genome -> genome.architecture().units().equals(List.of(32, 32)) ? Double.POSITIVE_INFINITY : 0))
                .hasSize(6);
    }

    @Test
    void it_tells_what_was_done_to_whom() {
        List<Generation> generations = Strategic.run(strategy(SPACE), 6, genome -> 0.0);
        assertThat(generations)
                .extracting(generation -> generation.proposals().get(0).operators())
                .containsExactly(
                        List.of("largest"),
                        List.of("halve"),
                        List.of("halve"),
                        List.of("halve"),
                        List.of("drop"),
                        List.of("drop"));
        assertThat(generations.get(4).proposals().get(0).parents()).isEqualTo(Strategic.genomes(generations.get(3)));
    }

    @Test
    void widths_follow_their_shape() {
        SearchSpace funnel = Objects.requireNonNull(OpenSpaces.small().get("funnel of two ladders"));
        assertThat(Strategic.genomes(Strategic.run(strategy(funnel), 20, genome -> 0.0)))
                .allMatch(funnel::contains)
                .extracting(genome -> genome.architecture().units())
                .startsWith(List.of(8, 7, 7), List.of(6, 4, 4), List.of(6, 4))
                .endsWith(List.of());
    }

    private static List<List<Integer>> units(Function<Genome, Double> excess) {
        return Strategic.genomes(Strategic.run(strategy(SPACE), 20, excess)).stream()
                .map(genome -> genome.architecture().units())
                .toList();
    }

    private static Strategy strategy(SearchSpace space) {
        return new HalvingStrategy(Strategic.setup(space, 10, 1));
    }
}
