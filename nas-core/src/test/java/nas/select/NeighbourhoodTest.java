package nas.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.select.Neighbourhood.Variant;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.DropoutChoice;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.OpenSpaces;
import nas.space.RandomGenomes;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;
import nas.space.Shape;
import nas.space.WidthSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NeighbourhoodTest {
    private static final int INPUTS = 6;
    private static final int OUTPUTS = 3;
    private static final Ladder<Integer> UNITS = new Ladder<>(List.of(3, 4, 5, 6, 8, 10));
    private static final Ladder<Double> DROPOUTS = new Ladder<>(List.of(0.0, 0.2));

    private static SearchSpace space(Shape shape) {
        return space(shape, 0, 1, 2);
    }

    private static SearchSpace space(Shape shape, Integer... depths) {
        return new SearchSpace(
                new ArchitectureSpace(
                        new Ladder<>(List.of(depths)),
                        new WidthSpace(UNITS, UNITS, shape),
                        Ladder.of(Activation.RELU),
                        false,
                        DROPOUTS,
                        Ladder.of(DropoutChoice.AUTO),
                        Ladder.of(false)),
                RecipeSpace.of(Recipe.DEFAULT));
    }

    /** Every genome of a space of at most two layers. */
    private static List<Genome> all(SearchSpace space) {
        List<HiddenLayer> layers = UNITS.rungs().stream()
                .flatMap(units ->
                        DROPOUTS.rungs().stream().map(dropout -> new HiddenLayer(units, Activation.RELU, dropout)))
                .toList();
        List<List<HiddenLayer>> stacks = new ArrayList<>(List.of(List.of()));
        layers.forEach(first -> {
            stacks.add(List.of(first));
            layers.forEach(second -> stacks.add(List.of(first, second)));
        });
        return stacks.stream()
                .map(stack -> new Genome(new Architecture(stack), Recipe.DEFAULT))
                .filter(space::contains)
                .toList();
    }

    private static Neighbourhood neighbourhood(SearchSpace space) {
        return new Neighbourhood(space, INPUTS, OUTPUTS, UnaryOperator.identity());
    }

    private static List<Genome> genomes(List<Variant> variants) {
        return variants.stream().map(Variant::genome).toList();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void smaller_neighbours_are_what_brute_force_finds(Shape shape) {
        SearchSpace space = space(shape);
        List<Genome> all = all(space);
        for (int rungs = 1; rungs <= 2; rungs++) {
            for (Genome genome : all) {
                Set<Genome> expected = new HashSet<>();
                for (Genome other : all) {
                    if (isSmaller(other, genome) && isStep(genome, other, all, rungs)) {
                        expected.add(other);
                    }
                }
                assertThat(genomes(neighbourhood(space).smaller(genome, rungs)))
                        .as("%s, %s rungs", genome, rungs)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static boolean isSmaller(Genome small, Genome large) {
        return small.parameters(INPUTS, OUTPUTS) < large.parameters(INPUTS, OUTPUTS);
    }

    private static boolean isStep(Genome from, Genome to, List<Genome> all, int rungs) {
        List<Integer> before = from.architecture().units();
        List<Integer> after = to.architecture().units();
        boolean isRemoval = after.size() == before.size() - 1;
        boolean isResized =
                after.size() == before.size() && (isNarrowed(before, after, all, rungs) || isTraded(from, to, rungs));
        return isRemoval
                ? isRemoved(from, to)
                : isResized && hasDropout(from.architecture().layers(), to);
    }

    private static boolean isRemoved(Genome from, Genome to) {
        return IntStream.range(0, from.architecture().depth()).anyMatch(layer -> {
            List<HiddenLayer> rest = new ArrayList<>(from.architecture().layers());
            rest.remove(layer);
            return new Architecture(rest).units().equals(to.architecture().units()) && hasDropout(rest, to);
        });
    }

    /** That of the layers, or one rung lower where there is one. */
    private static boolean hasDropout(List<HiddenLayer> layers, Genome to) {
        List<Double> before = layers.stream().map(HiddenLayer::dropout).toList();
        List<Double> after =
                to.architecture().layers().stream().map(HiddenLayer::dropout).toList();
        return after.equals(before) || after.equals(Collections.nCopies(before.size(), 0.0));
    }

    /** The widest of all networks of which one layer is so much narrower, and none is wider. */
    private static boolean isNarrowed(List<Integer> before, List<Integer> after, List<Genome> all, int rungs) {
        return IntStream.range(0, before.size()).anyMatch(layer -> {
            Predicate<List<Integer>> isNarrower = units -> units.size() == before.size()
                    && rung(units.get(layer)) == rung(before.get(layer)) - rungs
                    && IntStream.range(0, units.size()).allMatch(i -> units.get(i) <= before.get(i));
            return isNarrower.test(after)
                    && all.stream()
                            .map(genome -> genome.architecture().units())
                            .filter(isNarrower)
                            .allMatch(units -> sum(units) <= sum(after));
        });
    }

    private static int sum(List<Integer> units) {
        return units.stream().mapToInt(width -> width).sum();
    }

    /** Of two layers one is narrower, the other one wider, and a tenth is saved. */
    private static boolean isTraded(Genome from, Genome to, int rungs) {
        List<Integer> before = from.architecture().units();
        List<Integer> after = to.architecture().units();
        if (before.size() < 2) {
            return false;
        }
        List<Integer> moves = IntStream.range(0, 2)
                .mapToObj(layer -> rung(after.get(layer)) - rung(before.get(layer)))
                .toList();
        return Set.of(List.of(-2 * rungs, rungs), List.of(rungs, -2 * rungs)).contains(moves)
                && 10 * to.parameters(INPUTS, OUTPUTS) <= 9 * from.parameters(INPUTS, OUTPUTS);
    }

    private static int rung(int width) {
        return UNITS.rungs().indexOf(width);
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void neighbours_lie_in_the_space_and_are_smaller_or_larger(SearchSpace space) {
        Neighbourhood neighbourhood = neighbourhood(space);
        List<Genome> genomes =
                new ArrayList<>(List.of(space.largest(INPUTS, OUTPUTS), space.smallest(INPUTS, OUTPUTS)));
        genomes.add(genomes.get(0).withArchitecture(space.architectures().middle()));
        genomes.removeIf(genome -> !space.contains(genome));
        assertThat(genomes).isNotEmpty().allSatisfy(genome -> {
            List<Genome> smaller = genomes(neighbourhood.smaller(genome, 1));
            List<Genome> larger = genomes(neighbourhood.larger(genome));
            assertThat(smaller).allMatch(space::contains).allMatch(other -> isSmaller(other, genome));
            assertThat(larger).allMatch(space::contains).allMatch(other -> isSmaller(genome, other));
        });
    }

    static Stream<SearchSpace> spaces() {
        return Stream.concat(OpenSpaces.small().values().stream(), Stream.of(OpenSpaces.everything()));
    }

    @Test
    void kinds_say_what_differs() {
        HiddenLayer eight = new HiddenLayer(8, Activation.RELU, 0.2);
        Genome genome = new Genome(new Architecture(List.of(eight, eight)), Recipe.DEFAULT);
        List<String> kinds = List.of(
                "layer 1 narrower: 8 -> 6",
                "layer 2 narrower: 8 -> 6",
                "layer 1 removed",
                "layer 1 narrower: 8 -> 5, layer 2 wider: 8 -> 10");
        assertThat(neighbourhood(space(Shape.ANY)).smaller(genome, 1))
                .extracting(Variant::kind)
                .startsWith(kinds.toArray(String[]::new))
                .endsWith("layer 1 narrower: 8 -> 5, layer 2 wider: 8 -> 10, less dropout")
                .hasSize(8);
        assertThat(neighbourhood(space(Shape.RECTANGLE)).smaller(genome, 1))
                .extracting(Variant::kind)
                .startsWith("all layers narrower: 8 -> 6", "layer 1 removed");
    }

    @Test
    void enlargements_widen_or_insert() {
        Neighbourhood neighbourhood = neighbourhood(space(Shape.ANY));
        HiddenLayer eight = new HiddenLayer(8, Activation.RELU, 0.2);
        Genome genome = new Genome(new Architecture(List.of(eight)), Recipe.DEFAULT);
        assertThat(neighbourhood.larger(genome))
                .containsExactly(
                        new Variant(
                                genome.withArchitecture(new Architecture(List.of(eight.withUnits(10)))),
                                "layer 1 wider: 8 -> 10"),
                        new Variant(
                                genome.withArchitecture(new Architecture(List.of(eight, eight))),
                                "layer inserted after layer 1"));
        assertThat(neighbourhood.larger(genome.withArchitecture(Architecture.LINEAR)))
                .extracting(Variant::kind)
                .containsExactly("layer inserted: 3");
    }

    @Test
    void where_the_space_leaves_out_depths_several_layers_are_removed() {
        Genome two = genome(8, 8);
        assertThat(neighbourhood(space(Shape.ANY, 0, 2)).smaller(two, 1))
                .contains(new Variant(two.withArchitecture(Architecture.LINEAR), "layers 1 to 2 removed"));
        assertThat(neighbourhood(space(Shape.ANY, 1, 3)).smaller(genome(10, 8, 6), 1))
                .contains(new Variant(genome(6), "layers 1 to 2 removed"))
                .contains(new Variant(genome(10), "layers 2 to 3 removed"));
    }

    @Test
    void where_the_space_leaves_out_depths_several_layers_are_inserted() {
        assertThat(neighbourhood(space(Shape.ANY, 1, 3)).larger(genome(10)))
                .containsExactly(new Variant(genome(10, 10, 10), "2 layers inserted after layer 1"));
        assertThat(neighbourhood(space(Shape.ANY, 0, 2, 4)).larger(genome(10, 8)))
                .extracting(Variant::kind)
                .containsExactly(
                        "layer 2 wider: 8 -> 10", "2 layers inserted after layer 1", "2 layers inserted after layer 2");
    }

    @Test
    void at_the_ends_of_the_depths_nothing_is_removed_or_inserted() {
        Neighbourhood neighbourhood = neighbourhood(space(Shape.ANY, 1, 3));
        assertThat(neighbourhood.smaller(genome(8), 1))
                .extracting(Variant::kind)
                .containsExactly("layer 1 narrower: 8 -> 6");
        assertThat(neighbourhood.larger(genome(10, 10, 10))).isEmpty();
    }

    private static Genome genome(int... units) {
        List<HiddenLayer> layers = IntStream.of(units)
                .mapToObj(width -> new HiddenLayer(width, Activation.RELU, 0))
                .toList();
        return new Genome(new Architecture(layers), Recipe.DEFAULT);
    }

    @Test
    void what_is_repaired_to_the_genome_itself_is_no_neighbour() {
        Genome genome = RandomGenomes.uniform(2, 16);
        Neighbourhood neighbourhood = new Neighbourhood(RandomGenomes.SPACE, INPUTS, OUTPUTS, any -> genome);
        assertThat(neighbourhood.smaller(genome, 1)).isEmpty();
        assertThat(neighbourhood.larger(genome)).isEmpty();
    }
}
