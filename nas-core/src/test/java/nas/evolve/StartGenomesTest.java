package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
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
    void all_come_in_their_order_with_one_word_each() {
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
                        tuple(List.of("rule 2/3"), List.of(512)),
                        tuple(List.of("rule between"), List.of(431)));
    }

    @Test
    void a_genome_keeps_its_first_word_and_rules_come_only_if_wanted() {
        SearchSpace linear = space(Activation.RELU, 0);
        assertThat(start(linear, Long.MAX_VALUE).proposals(List.of(Architecture.LINEAR), true))
                .containsExactly(
                        new Proposal(new Genome(Architecture.LINEAR, Recipe.DEFAULT), List.of(), List.of("linear")));
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
    void rules_tell_what_they_want_and_where_it_was_clipped() {
        assertThat(texts(SPACE, Long.MAX_VALUE))
                .containsExactly(
                        "2/3 rule: 533 units, clipped to 512",
                        "between rule: 397 units, clipped to 431",
                        "twice rule: 1567 units, clipped to 512");
        assertThat(texts(SPACE, 20_000))
                .containsExactly(
                        "2/3 rule: 533 units, clipped to 23",
                        "between rule: 397 units, clipped to 23",
                        "twice rule: 1567 units, clipped to 23");
        RuleOfThumb rule =
                new StartGenomes(SPACE, genome -> genome, 3, 2).rules().get(0);
        assertThat(rule.text()).isEqualTo("2/3 rule: 4 units");
        assertThat(rule.isClipped()).isFalse();
    }

    @Test
    void where_no_hidden_layer_fits_the_rule_says_so() {
        SearchSpace space = new SearchSpace(
                new Ladder<>(List.of(0, 1)), Ladder.of(64), Ladder.of(Activation.RELU), Ladder.of(0.0), Recipe.DEFAULT);
        ParameterBudget budget = new ParameterBudget(space, 3, 1, 10);
        assertThat(new StartGenomes(space, budget::repair, 3, 1).rules())
                .extracting(RuleOfThumb::text)
                .contains("twice rule: 5 units, clipped to no hidden layer");
    }

    @Test
    void without_a_single_hidden_layer_the_fewest_that_there_are_take_the_units() {
        assertThat(start(space(Activation.RELU, 0, 2, 3), Long.MAX_VALUE).rules())
                .extracting(rule -> rule.genome().architecture().units())
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
        assertThat(start(narrowing, Long.MAX_VALUE).rules())
                .extracting(rule -> rule.genome().architecture().units())
                .startsWith(List.of(600, 16));
    }

    @Test
    void rules_take_a_layer_that_does_not_collapse() {
        assertThat(start(space(Activation.IDENTITY, 0, 1), Long.MAX_VALUE).rules())
                .extracting(rule -> rule.genome().architecture().layers().get(0).activation())
                .containsOnly(Activation.TANH);
    }

    private static Stream<String> texts(SearchSpace space, long limit) {
        return start(space, limit).rules().stream().map(RuleOfThumb::text);
    }

    private static StartGenomes start(SearchSpace space, long limit) {
        return new StartGenomes(space, new ParameterBudget(space, INPUTS, OUTPUTS, limit)::repair, INPUTS, OUTPUTS);
    }
}
