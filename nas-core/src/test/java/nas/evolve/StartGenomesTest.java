package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.DropoutChoice;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.ParameterBudget;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;
import nas.space.Shape;
import nas.space.WidthSpace;
import org.junit.jupiter.api.Test;

class StartGenomesTest {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;
    private static final SearchSpace SPACE = space(Activation.RELU, 0, 1, 2);

    private static SearchSpace space(Activation activation, Integer... depths) {
        return new SearchSpace(
                new Ladder<>(List.of(depths)),
                Ladder.integers(4, 512, Ladder.Scale.LOG),
                new Ladder<>(List.of(activation, Activation.TANH)),
                Ladder.of(0.0),
                Recipe.DEFAULT);
    }

    @Test
    void all_come_in_their_order_with_the_words_of_each() {
        Architecture given = SPACE.architectures().of(List.of(32, 16));
        assertThat(start(SPACE, Long.MAX_VALUE).proposals(List.of(given), true))
                .extracting(
                        Proposal::operators,
                        proposal -> proposal.genome().architecture().units())
                .containsExactly(
                        tuple(List.of("linear"), List.of()),
                        tuple(List.of("smallest"), List.of(4)),
                        tuple(List.of("largest"), List.of(512, 512)),
                        tuple(List.of("start"), List.of(32, 16)),
                        tuple(List.of("rule 2/3", "rule twice"), List.of(512)),
                        tuple(List.of("rule between"), List.of(431)));
    }

    @Test
    void a_genome_comes_once_with_all_words_and_rules_come_only_if_wanted() {
        SearchSpace linear = space(Activation.RELU, 0);
        assertThat(start(linear, Long.MAX_VALUE).proposals(List.of(Architecture.LINEAR), true))
                .containsExactly(new Proposal(
                        new Genome(Architecture.LINEAR, Recipe.DEFAULT),
                        List.of(),
                        List.of("linear", "smallest", "largest", "start")));
        assertThat(start(SPACE, Long.MAX_VALUE).proposals(List.of(), false)).hasSize(3);
        assertThat(start(linear, Long.MAX_VALUE).rules()).isEmpty();
    }

    @Test
    void everything_is_repaired() {
        ParameterBudget budget = new ParameterBudget(SPACE, INPUTS, OUTPUTS, 20_000);
        Architecture given = SPACE.architectures().of(List.of(256, 256));
        assertThat(start(SPACE, 20_000).proposals(List.of(given), true))
                .allMatch(proposal -> budget.admits(proposal.genome()));
        assertThat(budget.admits(start(SPACE, 20_000).largest())).isTrue();
    }

    @Test
    void rules_take_the_nearest_units_that_space_and_limit_have() {
        assertThat(units(start(SPACE, Long.MAX_VALUE))).containsExactly(List.of(512), List.of(431), List.of(512));
        assertThat(units(start(SPACE, 20_000))).containsExactly(List.of(23), List.of(23), List.of(23));
        assertThat(units(new StartGenomes(SPACE, genome -> genome, 3, 2))).startsWith(List.of(4));
    }

    @Test
    void where_no_hidden_layer_fits_rules_take_none() {
        SearchSpace space = new SearchSpace(
                new Ladder<>(List.of(0, 1)), Ladder.of(64), Ladder.of(Activation.RELU), Ladder.of(0.0), Recipe.DEFAULT);
        ParameterBudget budget = new ParameterBudget(space, 3, 1, 10);
        assertThat(units(new StartGenomes(space, budget::repair, 3, 1))).containsOnly(List.of());
    }

    @Test
    void without_a_single_hidden_layer_the_fewest_that_there_are_take_the_units() {
        assertThat(units(start(space(Activation.RELU, 0, 2, 3), Long.MAX_VALUE)))
                .startsWith(List.of(512, 512));
        SearchSpace narrowing = new SearchSpace(
                new ArchitectureSpace(
                        Ladder.of(2),
                        new WidthSpace(new Ladder<>(List.of(64, 600)), new Ladder<>(List.of(8, 16)), Shape.FUNNEL),
                        Ladder.of(Activation.RELU),
                        false,
                        Ladder.of(0.0),
                        Ladder.of(DropoutChoice.AUTO),
                        Ladder.of(false)),
                RecipeSpace.of(Recipe.DEFAULT));
        assertThat(units(start(narrowing, Long.MAX_VALUE))).startsWith(List.of(600, 16));
    }

    @Test
    void rules_take_a_layer_that_does_not_collapse() {
        assertThat(start(space(Activation.IDENTITY, 0, 1), Long.MAX_VALUE)
                        .rules()
                        .values())
                .extracting(genome -> genome.architecture().layers().get(0).activation())
                .containsOnly(Activation.TANH);
    }

    private static List<List<Integer>> units(StartGenomes start) {
        return start.rules().values().stream()
                .map(genome -> genome.architecture().units())
                .toList();
    }

    private static StartGenomes start(SearchSpace space, long limit) {
        return new StartGenomes(space, new ParameterBudget(space, INPUTS, OUTPUTS, limit)::repair, INPUTS, OUTPUTS);
    }
}
