package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.ParameterBudget;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;

/** What an evolution tells of the genomes that it breeds. */
class ProposalTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;
    private static final int POPULATION = 12;
    private static final int GENERATIONS = 20;
    private static final int BRED = (GENERATIONS - 1) * POPULATION;

    /** All genomes have three layers, so every gene shows. */
    private static final SearchSpace THREE_LAYERS = new SearchSpace(
            new Ladder<>(List.of(3)),
            SPACE.architectures().widths().first(),
            SPACE.architectures().activations(),
            SPACE.architectures().dropouts(),
            SPACE.recipes().usual());

    private static final SearchSpace TINY = new SearchSpace(
            new Ladder<>(List.of(0, 1)),
            new Ladder<>(List.of(2, 3)),
            new Ladder<>(List.of(Activation.ELU)),
            new Ladder<>(List.of(0.0)),
            Recipe.DEFAULT);

    /** The population of each generation, in the order in which it was weighed. */
    private final List<Set<Genome>> populations = new ArrayList<>();

    private Set<Genome> weighed = Set.of();

    @Test
    void the_first_generation_is_given_or_random_and_has_no_parents() {
        Genome first = RandomGenomes.uniform(2, 16);
        Genome second = RandomGenomes.uniform(0, 4);
        Evolution evolution = evolution(SPACE, UnaryOperator.identity(), 1);
        evolution.start(List.of(first, first, second));
        List<Proposal> proposals = evolution.proposals();
        assertThat(proposals.subList(0, 2))
                .containsExactly(
                        new Proposal(first, List.of(), List.of("start")),
                        new Proposal(second, List.of(), List.of("start")));
        assertThat(proposals.subList(2, POPULATION)).allSatisfy(proposal -> {
            assertThat(proposal.parents()).isEmpty();
            assertThat(proposal.operators()).containsExactly("random");
        });
        assertThat(proposals).extracting(Proposal::genome).containsExactlyElementsOf(weighed);
    }

    @Test
    void more_genomes_than_there_is_room_for_are_not_proposed() {
        Evolution evolution = evolution(SPACE, UnaryOperator.identity(), 1);
        List<Genome> first = RandomGenomes.of(40, 3).stream().distinct().toList();
        evolution.start(first);
        assertThat(evolution.proposals())
                .extracting(Proposal::genome)
                .containsExactlyElementsOf(first.subList(0, POPULATION));
        assertThat(evolution.proposals()).extracting(Proposal::operators).containsOnly(List.of("start"));
    }

    @Test
    void all_genomes_that_a_generation_is_the_first_to_have_were_proposed_for_it() {
        Set<Genome> seen = new HashSet<>();
        List<List<Proposal>> generations = generations(SPACE, UnaryOperator.identity(), 2);
        for (int i = 0; i < GENERATIONS; i++) {
            Set<Genome> fresh = new LinkedHashSet<>(populations.get(i));
            fresh.removeAll(seen);
            assertThat(generations.get(i).stream().map(Proposal::genome).filter(genome -> !seen.contains(genome)))
                    .containsExactlyElementsOf(fresh)
                    .hasSizeGreaterThan(POPULATION / 2);
            seen.addAll(fresh);
        }
    }

    @Test
    void parents_were_members_of_the_population_before() {
        List<List<Proposal>> generations = generations(SPACE, UnaryOperator.identity(), 3);
        for (int i = 1; i < generations.size(); i++) {
            Set<Genome> before = populations.get(i - 1);
            assertThat(generations.get(i))
                    .allSatisfy(proposal ->
                            assertThat(proposal.parents()).isNotEmpty().allMatch(before::contains));
        }
    }

    @Test
    void parents_were_proposed_in_an_earlier_generation_repaired() {
        ParameterBudget budget = new ParameterBudget(SPACE, 4, 3, 400);
        Set<Genome> proposed = new HashSet<>();
        for (List<Proposal> generation : generations(SPACE, budget::repair, 4)) {
            assertThat(generation).allSatisfy(proposal -> {
                assertThat(proposal.parents()).allMatch(proposed::contains);
                assertThat(budget.admits(proposal.genome())).isTrue();
            });
            generation.forEach(proposal -> proposed.add(proposal.genome()));
        }
    }

    @Test
    void who_was_crossed_over_has_several_parents_and_nobody_else() {
        assertThat(bred(THREE_LAYERS))
                .hasSize(BRED)
                .allSatisfy(proposal -> assertThat(proposal.parents().size() > 1)
                        .isEqualTo(proposal.operators().contains("crossover")));
    }

    @Test
    void what_was_only_crossed_over_has_each_choice_from_one_of_its_parents() {
        assertThat(bred(THREE_LAYERS))
                .filteredOn(proposal -> proposal.operators().equals(List.of("crossover")))
                .isNotEmpty()
                .allSatisfy(proposal -> {
                    for (int layer = 0; layer < 3; layer++) {
                        assertInherited(proposal, layer, HiddenLayer::units);
                        assertInherited(proposal, layer, HiddenLayer::activation);
                        assertInherited(proposal, layer, HiddenLayer::dropout);
                    }
                    assertThat(proposal.parents()).doesNotContain(proposal.genome());
                });
    }

    @Test
    void what_was_not_crossed_over_differs_from_its_only_parent_in_few_choices() {
        assertThat(bred(THREE_LAYERS))
                .filteredOn(proposal -> proposal.operators().equals(List.of("novelty")))
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(differences(
                                proposal.genome(), proposal.parents().get(0)))
                        .isBetween(1L, 3L));
        assertThat(bred(THREE_LAYERS))
                .filteredOn(proposal -> proposal.operators().equals(List.of("mutation")))
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.parents()).doesNotContain(proposal.genome()));
    }

    @Test
    void every_operator_appears_and_always_in_the_order_applied() {
        List<String> order = List.of("crossover", "mutation", "novelty");
        List<Proposal> bred = bred(SPACE);
        assertThat(bred.stream().flatMap(proposal -> proposal.operators().stream()))
                .contains("crossover", "mutation", "novelty");
        assertThat(bred)
                .extracting(Proposal::operators)
                .contains(order)
                .allSatisfy(operators -> assertThat(
                                order.stream().filter(operators::contains).toList())
                        .isEqualTo(operators));
    }

    @Test
    void the_same_seed_tells_the_same() {
        assertThat(generations(SPACE, UnaryOperator.identity(), 5))
                .isEqualTo(generations(SPACE, UnaryOperator.identity(), 5))
                .isNotEqualTo(generations(SPACE, UnaryOperator.identity(), 6));
    }

    @Test
    void where_nothing_new_is_left_unchanged_copies_name_no_operator() {
        List<Proposal> bred = bred(TINY);
        assertThat(bred).hasSize(BRED).allSatisfy(proposal -> {
            assertThat(proposal.parents()).isNotEmpty();
            assertThat(TINY.contains(proposal.genome())).isTrue();
        });
        assertThat(bred)
                .filteredOn(proposal -> proposal.operators().isEmpty())
                .isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.parents()).containsExactly(proposal.genome()));
    }

    @Test
    void what_was_told_stays_as_it_was() {
        Evolution evolution = evolution(SPACE, UnaryOperator.identity(), 1);
        evolution.start(List.of());
        List<Proposal> first = evolution.proposals();
        List<Proposal> copy = List.copyOf(first);
        evolution.next();
        assertThat(first).isEqualTo(copy).isNotEqualTo(evolution.proposals());
    }

    @Test
    void parents_and_operators_are_named_once() {
        Genome genome = RandomGenomes.uniform(1, 4);
        assertThatThrownBy(() -> new Proposal(genome, List.of(genome, genome), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parents must differ, but were [");
        assertThatThrownBy(() -> new Proposal(genome, List.of(), List.of("mutation", "mutation")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operators must differ, but were [mutation, mutation]");
    }

    private static void assertInherited(Proposal proposal, int layer, Function<HiddenLayer, Object> choice) {
        assertThat(proposal.parents())
                .extracting(
                        parent -> choice.apply(parent.architecture().layers().get(layer)))
                .contains(choice.apply(proposal.genome().architecture().layers().get(layer)));
    }

    private static long differences(Genome one, Genome other) {
        return IntStream.range(0, 3)
                .mapToObj(i -> Stream.<Function<HiddenLayer, Object>>of(
                                HiddenLayer::units, HiddenLayer::activation, HiddenLayer::dropout)
                        .filter(choice -> !choice.apply(
                                        one.architecture().layers().get(i))
                                .equals(choice.apply(
                                        other.architecture().layers().get(i))))
                        .count())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What was bred after the first generation. */
    private List<Proposal> bred(SearchSpace space) {
        return generations(space, UnaryOperator.identity(), 1).stream()
                .skip(1)
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Proposal>> generations(SearchSpace space, UnaryOperator<Genome> repair, long seed) {
        populations.clear();
        Evolution evolution = evolution(space, repair, seed);
        List<List<Proposal>> generations = new ArrayList<>();
        for (int i = 0; i < GENERATIONS; i++) {
            if (i == 0) {
                evolution.start(List.of());
            } else {
                evolution.next();
            }
            generations.add(evolution.proposals());
            populations.add(weighed);
        }
        return generations;
    }

    private Evolution evolution(SearchSpace space, UnaryOperator<Genome> repair, long seed) {
        return new Evolution(new Evolution.Breeding(space, repair, POPULATION, seed), genomes -> {
            weighed = new LinkedHashSet<>(genomes);
            Map<Genome, Double> objectives = new HashMap<>();
            genomes.forEach(genome -> objectives.put(genome, Math.abs(genome.parameters(4, 3) - 300.0)));
            return objectives;
        });
    }
}
