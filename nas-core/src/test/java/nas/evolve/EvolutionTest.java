package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.OpenSpaces;
import nas.space.RandomGenomes;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvolutionTest implements StrategyContract {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;
    private static final int POPULATION = 12;

    @Override
    public StrategyKind kind() {
        return StrategyKind.EVOLUTION;
    }

    @Test
    void the_first_generation_begins_with_what_was_given_and_the_rest_is_spread() {
        StrategySetup setup = Strategic.setup(SPACE, POPULATION, 1);
        List<Proposal> first = run(setup, 1).get(0).proposals();
        assertThat(first).hasSize(POPULATION).startsWith(setup.first().toArray(Proposal[]::new));
        assertThat(first.subList(setup.first().size(), POPULATION))
                .allSatisfy(proposal -> assertThat(proposal.operators()).isIn(List.of("spread"), List.of("random")));
        assertThat(first).extracting(Proposal::operators).contains(List.of("spread"));
    }

    @Test
    void all_that_was_given_is_tried_even_if_it_is_more_than_the_population() {
        List<Proposal> given = RandomGenomes.of(40, 3).stream()
                .distinct()
                .map(genome -> Proposal.of(genome, "start"))
                .toList();
        Strategy evolution = new Evolution(with(given));
        List<Generation> generations = Strategic.run(evolution, 2, Strategic::excess);
        assertThat(generations.get(0).proposals()).isEqualTo(given);
        assertThat(evolution.size()).isEqualTo(given.size());
        assertThat(generations.get(1).proposals()).hasSize(POPULATION);
    }

    @Test
    void every_generation_has_as_many_genomes_as_survive_and_all_are_new() {
        List<Generation> generations = run(Strategic.setup(SPACE, POPULATION, 1), 10);
        assertThat(generations)
                .allSatisfy(generation -> assertThat(generation.proposals()).hasSize(POPULATION));
        assertThat(Strategic.genomes(generations)).hasSize(10 * POPULATION);
    }

    @Test
    void another_seed_breeds_other_genomes() {
        assertThat(run(Strategic.setup(SPACE, POPULATION, 7), 5))
                .isNotEqualTo(run(Strategic.setup(SPACE, POPULATION, 8), 5));
    }

    @ParameterizedTest
    @MethodSource("nas.evolve.GridStrategyTest#small")
    void a_small_space_is_tried_whole_before_nothing_is_left(Map.Entry<String, SearchSpace> space) {
        int size = space.getValue().size().intValueExact();
        List<Generation> generations = run(Strategic.setup(space.getValue(), 30, 1), size / 30 + 2);
        assertThat(Strategic.genomes(generations)).hasSize(size);
        assertThat(generations.get(generations.size() - 1)).isEqualTo(Generation.NONE);
    }

    @Test
    void every_operator_appears_and_always_in_the_order_applied() {
        List<String> order = List.of(
                "crossover", "insert", "remove", "widen", "narrow", "activation", "dropout", "recipe", "novelty");
        List<Generation> generations = run(Strategic.setup(OpenSpaces.everything(), 30, 1), 20);
        List<Proposal> bred = generations.stream()
                .skip(1)
                .flatMap(generation -> generation.proposals().stream())
                .toList();
        Set<String> seen = new HashSet<>();
        bred.forEach(proposal -> seen.addAll(proposal.operators()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(order);
        assertThat(bred).allSatisfy(proposal -> {
            assertThat(proposal.operators())
                    .isEqualTo(order.stream()
                            .filter(proposal.operators()::contains)
                            .toList());
            assertThat(proposal.parents()).hasSizeBetween(1, 2);
            assertThat(proposal.parents().size() == 2)
                    .isEqualTo(proposal.operators().contains("crossover"));
        });
    }

    @Test
    void operators_whose_rate_is_0_are_not_applied() {
        StrategySetup setup = Strategic.setup(SPACE, POPULATION, 1);
        StrategySetup narrowing = new StrategySetup(
                SPACE,
                setup.repair(),
                setup.first(),
                setup.largest(),
                POPULATION,
                new OperatorRates(0, 0, 0, 0, 1, 0, 0, 0),
                0,
                1);
        assertThat(run(narrowing, 6).stream()
                        .skip(1)
                        .flatMap(generation -> generation.proposals().stream())
                        .flatMap(proposal -> proposal.operators().stream()))
                .containsOnly("narrow", "novelty");
    }

    /** The objective is the distance from two layers of 16 tanh units without dropout, of which there are 2 of 17,000. */
    @Test
    void evolution_finds_the_optimum_of_a_formula_that_blind_draws_do_not_find() {
        double evolved = lowest(run(Strategic.setup(SPACE, 24, 5), 20, EvolutionTest::excess));
        double drawn =
                lowest(Strategic.run(new RandomStrategy(Strategic.setup(SPACE, 24, 5)), 20, EvolutionTest::excess));
        assertThat(evolved).isLessThan(1.5);
        assertThat(drawn).isGreaterThan(2 * evolved);
    }

    @Test
    void who_failed_has_no_offspring_where_others_are_left() {
        List<Generation> generations = run(
                Strategic.setup(SPACE, POPULATION, 1),
                8,
                genome -> genome.architecture().depth() == 3 ? Double.POSITIVE_INFINITY : excess(genome));
        assertThat(generations.stream()
                        .skip(1)
                        .flatMap(generation -> generation.proposals().stream())
                        .flatMap(proposal -> proposal.parents().stream()))
                .isNotEmpty()
                .noneMatch(parent -> parent.architecture().depth() == 3);
    }

    @Test
    void where_all_failed_breeding_goes_on() {
        assertThat(run(Strategic.setup(SPACE, POPULATION, 1), 4, genome -> Double.POSITIVE_INFINITY))
                .allSatisfy(generation -> assertThat(generation.proposals()).hasSize(POPULATION));
    }

    /** The best of the first generation is never beaten, so it is an elder in generations 3, 5, 7 and so on. */
    @Test
    void a_genome_is_named_whenever_it_has_survived_two_generations_more() {
        StrategySetup setup = Strategic.setup(SPACE, POPULATION, 1);
        Genome best = setup.first().get(1).genome();
        List<Generation> generations = run(setup, 8, genome -> genome.equals(best) ? -9 : excess(genome));
        assertThat(IntStream.rangeClosed(1, 8)
                        .filter(number -> generations.get(number - 1).elders().contains(best)))
                .containsExactly(3, 5, 7);
        assertThat(generations)
                .allSatisfy(generation -> assertThat(generation.elders()).doesNotHaveDuplicates());
        assertThat(generations.get(2).elders()).hasSizeGreaterThan(1).hasSizeLessThanOrEqualTo(POPULATION);
    }

    @Test
    void parents_come_from_the_highest_rung_that_holds_a_third() {
        List<Genome> members =
                RandomGenomes.of(20, 1).stream().distinct().limit(9).toList();
        assertThat(parents(members, 3, 3, 3, 2, 2, 2, 1, 1, 1)).isEqualTo(members.subList(0, 3));
        assertThat(parents(members, 3, 3, 2, 2, 2, 1, 1, 1, 1)).isEqualTo(members.subList(0, 5));
        assertThat(parents(members, 1, 1, 1, 1, 1, 1, 1, 1, 2)).isEqualTo(members);
        assertThat(parents(members.subList(0, 1), 2)).isEqualTo(members.subList(0, 1));
        assertThat(parents(members.subList(0, 4), 2, 1, 1, 1)).isEqualTo(members.subList(0, 4));
    }

    private static List<Genome> parents(List<Genome> members, int... rungs) {
        Map<Genome, Standing> stand = new HashMap<>();
        for (int i = 0; i < rungs.length; i++) {
            stand.put(members.get(i), Standing.of(10, rungs[i], 0));
        }
        return Evolution.parents(members, stand);
    }

    /** Survivors cannot be seen, but elders are among them: all that are named stand before all others tried so far. */
    @Test
    void survivors_are_the_first_of_the_ranking() {
        Map<Genome, Standing> tried = new LinkedHashMap<>();
        for (Generation generation : run(Strategic.setup(SPACE, POPULATION, 2), 8)) {
            assertThat(Ranking.of(tried).stream().limit(POPULATION)).containsAll(generation.elders());
            Strategic.genomes(generation)
                    .forEach(genome -> tried.put(genome, Strategic.standing(genome, Strategic.excess(genome))));
        }
    }

    private static List<Generation> run(StrategySetup setup, int generations) {
        return run(setup, generations, Strategic::excess);
    }

    private static List<Generation> run(StrategySetup setup, int generations, Function<Genome, Double> excess) {
        return Strategic.run(new Evolution(setup), generations, excess);
    }

    private static StrategySetup with(List<Proposal> first) {
        StrategySetup setup = Strategic.setup(SPACE, POPULATION, 1);
        return new StrategySetup(
                SPACE, setup.repair(), first, setup.largest(), POPULATION, OperatorRates.DEFAULT, 0, 1);
    }

    private static double lowest(List<Generation> generations) {
        return Strategic.genomes(generations).stream()
                .map(EvolutionTest::excess)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double excess(Genome genome) {
        double distance = Math.abs(genome.architecture().depth() - 2);
        for (HiddenLayer layer : genome.architecture().layers()) {
            distance += Math.abs(Math.log(layer.units() / 16.0)) + layer.dropout();
            distance += layer.activation() == Activation.TANH ? 0 : 0.5;
        }
        return 5 * distance;
    }
}
