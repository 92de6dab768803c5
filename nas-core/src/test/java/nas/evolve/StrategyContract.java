package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What holds for every strategy. */
interface StrategyContract {
    SearchSpace POINT =
            new SearchSpace(Ladder.of(1), Ladder.of(4), Ladder.of(Activation.ELU), Ladder.of(0.0), Recipe.DEFAULT);

    StrategyKind kind();

    private Strategy strategy(StrategySetup setup) {
        return Strategies.of(kind(), setup);
    }

    private List<Generation> run(StrategySetup setup, int generations) {
        return Strategic.run(strategy(setup), generations, Strategic::excess);
    }

    static Stream<Map.Entry<String, SearchSpace>> spaces() {
        return Stream.concat(
                OpenSpaces.small().entrySet().stream(),
                Stream.of(Map.entry("layers", RandomGenomes.SPACE), Map.entry("everything", OpenSpaces.everything())));
    }

    @ParameterizedTest
    @MethodSource("nas.evolve.StrategyContract#spaces")
    default void proposals_lie_in_the_space_within_the_limit_and_are_proposed_once(
            Map.Entry<String, SearchSpace> space) {
        long least = space.getValue()
                .smallest(Strategic.INPUTS, Strategic.OUTPUTS)
                .parameters(Strategic.INPUTS, Strategic.OUTPUTS);
        ParameterBudget budget = new ParameterBudget(space.getValue(), Strategic.INPUTS, Strategic.OUTPUTS, least + 60);
        StrategySetup setup = Strategic.setup(space.getValue(), least + 60, 7, 3);
        List<Generation> generations = run(setup, 12);
        assertThat(generations.get(0).proposals()).isNotEmpty();
        for (Generation generation : generations) {
            List<Genome> genomes = Strategic.genomes(generation);
            assertThat(genomes)
                    .hasSizeLessThanOrEqualTo(strategy(setup).size())
                    .doesNotHaveDuplicates()
                    .allMatch(space.getValue()::contains)
                    .allMatch(budget::admits)
                    .allMatch(genome -> budget.repair(genome).equals(genome));
        }
        assertThat(generations.stream()
                        .mapToInt(each -> each.proposals().size())
                        .sum())
                .isEqualTo(Strategic.genomes(generations).size());
    }

    @Test
    default void the_same_setup_and_answers_give_the_same_generations() {
        assertThat(run(Strategic.setup(RandomGenomes.SPACE, 8, 5), 8))
                .isEqualTo(run(Strategic.setup(RandomGenomes.SPACE, 8, 5), 8));
    }

    @Test
    default void parents_were_proposed_before() {
        Set<Genome> before = new HashSet<>();
        for (Generation generation : run(Strategic.setup(RandomGenomes.SPACE, 8, 5), 8)) {
            assertThat(generation.proposals()).allMatch(proposal -> before.containsAll(proposal.parents()));
            before.addAll(Strategic.genomes(generation));
            assertThat(before).containsAll(generation.elders());
        }
    }

    @Test
    default void a_space_of_one_genome_is_tried_and_then_nothing_is_left() {
        List<Generation> generations = run(Strategic.setup(POINT, 6, 1), 4);
        assertThat(Strategic.genomes(generations.get(0)))
                .containsExactly(POINT.smallest(Strategic.INPUTS, Strategic.OUTPUTS));
        assertThat(generations.subList(1, 4)).containsOnly(Generation.NONE);
    }

    @Test
    default void in_a_space_smaller_than_the_population_nothing_is_left_in_the_end() {
        SearchSpace funnel = Objects.requireNonNull(OpenSpaces.small().get("funnel"));
        List<Generation> generations = run(Strategic.setup(funnel, 50, 1), 40);
        assertThat(generations.get(39)).isEqualTo(Generation.NONE);
        assertThat(generations.subList(generations.indexOf(Generation.NONE), 40))
                .containsOnly(Generation.NONE);
    }
}
