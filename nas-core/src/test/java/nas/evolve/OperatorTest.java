package nas.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;

class OperatorTest {
    private static final SearchSpace SPACE = RandomGenomes.SPACE;

    /** Spaces of at most 500 genomes, one of which leaves out a depth. */
    static Stream<Map.Entry<String, SearchSpace>> small() {
        SearchSpace apart = new SearchSpace(
                new Ladder<>(List.of(0, 1, 3)),
                new Ladder<>(List.of(2, 3)),
                new Ladder<>(List.of(Activation.ELU, Activation.TANH)),
                Ladder.of(0.0),
                Recipe.DEFAULT);
        return Stream.concat(OpenSpaces.small().entrySet().stream(), Stream.of(Map.entry("depths apart", apart)))
                .filter(space -> space.getValue().size().intValueExact() <= 500);
    }

    static Stream<Map.Entry<String, SearchSpace>> large() {
        return Stream.concat(
                OpenSpaces.small().entrySet().stream(),
                Stream.of(
                        Map.entry("layers", SPACE),
                        Map.entry("everything", OpenSpaces.everything()),
                        Map.entry("rectangle", shaped(Shape.RECTANGLE)),
                        Map.entry("funnel", shaped(Shape.FUNNEL))));
    }

    private static SearchSpace shaped(Shape shape) {
        Ladder<Integer> units = Ladder.integers(4, 64, Ladder.Scale.LOG);
        return new SearchSpace(
                new ArchitectureSpace(
                        new Ladder<>(List.of(1, 2, 4, 5)),
                        new WidthSpace(units, units, shape),
                        new Ladder<>(List.of(Activation.SELU, Activation.TANH)),
                        true,
                        new Ladder<>(List.of(0.0, 0.2)),
                        Ladder.of(DropoutChoice.STANDARD),
                        new Ladder<>(List.of(false, true))),
                RecipeSpace.of(Recipe.DEFAULT));
    }

    @ParameterizedTest
    @MethodSource("large")
    void results_lie_in_the_space_and_are_other_genomes(Map.Entry<String, SearchSpace> space) {
        for (Genome genome : RandomDraw.of(space.getValue(), 60, 4)) {
            for (Operator operator : operators(space.getValue())) {
                assertThat(operator.move().results(genome))
                        .as(operator.word() + " " + genome)
                        .doesNotHaveDuplicates()
                        .doesNotContain(genome)
                        .allMatch(space.getValue()::contains);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void all_operators_together_lead_from_everywhere_to_everywhere(Map.Entry<String, SearchSpace> space) {
        Map<Genome, Set<Genome>> from = new HashMap<>();
        Map<Genome, Set<Genome>> to = new HashMap<>();
        SpaceWalk.of(space.getValue(), UnaryOperator.identity()).forEachRemaining(genome -> {
            for (Operator operator : operators(space.getValue())) {
                for (Genome result : operator.move().results(genome)) {
                    from.computeIfAbsent(genome, any -> new HashSet<>()).add(result);
                    to.computeIfAbsent(result, any -> new HashSet<>()).add(genome);
                }
            }
        });
        Genome start = RandomDraw.of(space.getValue(), 1, 1).get(0);
        int size = space.getValue().size().intValueExact();
        assertThat(closure(start, from)).hasSize(size);
        assertThat(closure(start, to)).hasSize(size);
    }

    private static Set<Genome> closure(Genome start, Map<Genome, Set<Genome>> steps) {
        Set<Genome> reached = new HashSet<>(Set.of(start));
        Deque<Genome> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Genome next : steps.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    @ParameterizedTest
    @MethodSource("large")
    void children_lie_in_the_space_with_each_layer_and_recipe_part_of_a_parent(Map.Entry<String, SearchSpace> space) {
        LayerMix mix = new LayerMix(space.getValue());
        SplittableRandom random = new SplittableRandom(1);
        List<Genome> genomes = RandomDraw.of(space.getValue(), 200, 5);
        for (int i = 1; i < genomes.size(); i++) {
            Genome child = mix.child(genomes.get(i - 1), genomes.get(i), random);
            List<Genome> parents = genomes.subList(i - 1, i + 1);
            assertThat(space.getValue().contains(child))
                    .as(child + " of " + parents)
                    .isTrue();
            assertThat(parents)
                    .extracting(parent -> parent.architecture().depth())
                    .contains(child.architecture().depth());
            inherits(child, parents, Recipe::optimizer);
            inherits(child, parents, Recipe::learningRate);
            inherits(child, parents, Recipe::momentum);
            inherits(child, parents, Recipe::schedule);
            inherits(child, parents, Recipe::batchSize);
            inherits(child, parents, Recipe::clipping);
            inherits(child, parents, recipe -> recipe.regularisation().l2());
        }
    }

    private static void inherits(Genome child, List<Genome> parents, Function<Recipe, Object> part) {
        assertThat(parents).extracting(parent -> part.apply(parent.recipe())).contains(part.apply(child.recipe()));
    }

    @Test
    void a_child_has_each_layer_whole_from_one_of_its_parents() {
        LayerMix mix = new LayerMix(SPACE);
        SplittableRandom random = new SplittableRandom(1);
        List<Genome> genomes = RandomGenomes.of(100, 5);
        Set<Genome> mixed = new HashSet<>();
        for (int i = 1; i < genomes.size(); i++) {
            List<Genome> parents = genomes.subList(i - 1, i + 1);
            Genome child = mix.child(parents.get(0), parents.get(1), random);
            List<HiddenLayer> layers = child.architecture().layers();
            for (int place = 0; place < layers.size(); place++) {
                int at = place;
                assertThat(parents.stream()
                                .map(parent -> parent.architecture().layers())
                                .filter(having -> having.size() > at)
                                .map(having -> having.get(at)))
                        .contains(layers.get(place));
            }
            if (!parents.contains(child)) {
                mixed.add(child);
            }
        }
        assertThat(mixed).hasSizeGreaterThan(30);
    }

    @Test
    void each_operator_does_what_it_is_called() {
        Genome genome = genome(SPACE, 8, 16);
        assertThat(units(genome, "remove")).containsExactlyInAnyOrder(List.of(8), List.of(16));
        assertThat(units(genome, "widen")).containsExactlyInAnyOrder(List.of(10, 16), List.of(8, 19));
        assertThat(units(genome, "narrow")).containsExactlyInAnyOrder(List.of(7, 16), List.of(8, 13));
        assertThat(units(genome, "insert"))
                .contains(List.of(4, 8, 16), List.of(8, 4, 16), List.of(8, 16, 64))
                .allMatch(units -> units.size() == 3);
        assertThat(results(SPACE, genome, "activation"))
                .extracting(other -> other.architecture().label())
                .containsExactlyInAnyOrder(
                        "8 elu - 16 relu", "8 tanh - 16 relu", "8 relu - 16 elu", "8 relu - 16 tanh");
        assertThat(results(SPACE, genome, "dropout"))
                .extracting(other -> other.architecture().label())
                .containsExactlyInAnyOrder("8 relu (dropout 0.2) - 16 relu", "8 relu - 16 relu (dropout 0.2)");
        assertThat(results(SPACE, genome, "recipe")).isEmpty();
    }

    @Test
    void a_rectangle_moves_as_a_whole_and_a_funnel_narrows_what_follows() {
        SearchSpace rectangle = shaped(Shape.RECTANGLE);
        Genome square = genome(rectangle, 8, 8);
        assertThat(units(rectangle, square, "widen")).containsExactly(List.of(10, 10));
        assertThat(units(rectangle, square, "insert")).containsExactly(List.of(8, 8, 8, 8));
        assertThat(results(rectangle, square, "activation")).hasSize(1);
        SearchSpace funnel = shaped(Shape.FUNNEL);
        Genome narrowing = genome(funnel, 8, 8);
        assertThat(units(funnel, narrowing, "narrow")).containsExactlyInAnyOrder(List.of(7, 7), List.of(8, 7));
        assertThat(units(funnel, narrowing, "widen")).containsExactly(List.of(10, 8));
    }

    @Test
    void a_part_of_a_recipe_moves_by_one_step_and_a_choice_to_any_other() {
        SearchSpace space = Objects.requireNonNull(OpenSpaces.small().get("recipes"));
        Genome genome = new Genome(Architecture.LINEAR, space.recipes().usual());
        List<String> moved = new ArrayList<>();
        results(space, genome, "recipe").forEach(other -> moved.add(other.canonicalText()));
        assertThat(genome.canonicalText()).isEqualTo("|sgd 0.2 128 schedule=cosine");
        assertThat(moved)
                .containsExactlyInAnyOrder(
                        "|nesterov 0.1 128 momentum=0.5 schedule=cosine",
                        "|adam 0.01 128 schedule=cosine",
                        "|sgd 0.1 128 schedule=cosine",
                        "|sgd 0.4 128 schedule=cosine",
                        "|sgd 0.2 128 schedule=reduce_on_plateau",
                        "|sgd 0.2 128 schedule=cosine l2=0.001",
                        "|sgd 0.2 128 schedule=cosine clip_norm=1.0",
                        "|sgd 0.2 128 schedule=cosine clip_value=0.5",
                        "|sgd 0.2 128 schedule=cosine patience=3");
    }

    private static Genome genome(SearchSpace space, Integer... units) {
        return new Genome(
                space.architectures().of(List.of(units)), space.recipes().usual());
    }

    private static List<List<Integer>> units(Genome genome, String word) {
        return units(SPACE, genome, word);
    }

    private static List<List<Integer>> units(SearchSpace space, Genome genome, String word) {
        return results(space, genome, word).stream()
                .map(other -> other.architecture().units())
                .toList();
    }

    private static List<Genome> results(SearchSpace space, Genome genome, String word) {
        return operators(space).stream()
                .filter(operator -> operator.word().equals(word))
                .findFirst()
                .orElseThrow()
                .move()
                .results(genome);
    }

    private static List<Operator> operators(SearchSpace space) {
        return Operator.of(space, OperatorRates.DEFAULT);
    }
}
