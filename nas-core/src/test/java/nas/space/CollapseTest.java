package nas.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapseTest {
    private static final int INPUTS = 6;
    private static final int OUTPUTS = 4;
    private static final SearchSpace SPACE = space(0, 1, 2, 3);

    private static SearchSpace space(Integer... depths) {
        return new SearchSpace(
                new Ladder<>(List.of(depths)),
                new Ladder<>(List.of(2, 3, 4, 5, 6, 9)),
                new Ladder<>(List.of(Activation.IDENTITY, Activation.TANH)),
                new Ladder<>(List.of(0.0, 0.5)),
                Recipe.DEFAULT);
    }

    @Test
    void an_identity_layer_that_is_no_bottleneck_is_the_linear_model() {
        assertThat(collapsed(SPACE, identity(4))).isEqualTo(genome());
        assertThat(collapsed(SPACE, identity(9))).isEqualTo(genome());
        assertThat(collapsed(SPACE, identity(9), identity(5))).isEqualTo(genome());
        assertThat(collapsed(SPACE, identity(9)).key()).isEqualTo(genome().key());
    }

    @Test
    void a_bottleneck_stays_and_so_does_what_drops_or_bends() {
        assertThat(collapsed(SPACE, identity(3))).isEqualTo(genome(identity(3)));
        assertThat(collapsed(SPACE, tanh(9))).isEqualTo(genome(tanh(9)));
        HiddenLayer dropping = new HiddenLayer(9, Activation.IDENTITY, 0.5);
        assertThat(collapsed(SPACE, dropping)).isEqualTo(genome(dropping));
        HiddenLayer normalised = identity(9).withBatchNorm(true);
        assertThat(new Collapse(SPACE, INPUTS, OUTPUTS).apply(genome(normalised)))
                .isEqualTo(genome(normalised));
    }

    @Test
    void of_several_layers_the_narrowest_stays_if_it_is_a_bottleneck() {
        assertThat(collapsed(SPACE, identity(5), identity(3), identity(9))).isEqualTo(genome(identity(3)));
        assertThat(collapsed(SPACE, identity(3), identity(3))).isEqualTo(genome(identity(3)));
        assertThat(collapsed(SPACE, tanh(9), identity(9), tanh(5))).isEqualTo(genome(tanh(9), tanh(5)));
        assertThat(collapsed(SPACE, tanh(9), identity(4), tanh(5))).isEqualTo(genome(tanh(9), identity(4), tanh(5)));
    }

    @Test
    void layers_stay_where_their_space_has_no_smaller_depth() {
        assertThat(collapsed(space(1, 2), identity(9), identity(9))).isEqualTo(genome(identity(9)));
        assertThat(collapsed(space(0, 2), identity(9), identity(9))).isEqualTo(genome());
        assertThat(collapsed(space(0, 2), tanh(9), identity(9))).isEqualTo(genome(tanh(9), identity(9)));
    }

    @Test
    void a_layer_stays_where_the_next_one_could_not_be_the_first() {
        ArchitectureSpace wide = new ArchitectureSpace(
                new Ladder<>(List.of(1, 2)),
                new WidthSpace(new Ladder<>(List.of(6, 9)), new Ladder<>(List.of(3, 6)), Shape.ANY),
                SPACE.architectures().activations(),
                false,
                Ladder.of(0.0),
                Ladder.of(DropoutChoice.AUTO),
                Ladder.of(false));
        SearchSpace space = new SearchSpace(wide, RecipeSpace.of(Recipe.DEFAULT));
        assertThat(collapsed(space, identity(9), tanh(3))).isEqualTo(genome(identity(9), tanh(3)));
        assertThat(collapsed(space, identity(9), tanh(6))).isEqualTo(genome(tanh(6)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void collapsing_is_idempotent_stays_in_the_space_and_adds_no_parameter(int least) {
        SearchSpace space = least == 1 ? SPACE : space(2, 3, 5);
        for (Genome genome : random(space, 500)) {
            Genome collapsed = repaired(space, genome);
            assertThat(space.contains(collapsed)).isTrue();
            assertThat(repaired(space, collapsed)).isEqualTo(collapsed);
            assertThat(collapsed.parameters(INPUTS, OUTPUTS)).isLessThanOrEqualTo(genome.parameters(INPUTS, OUTPUTS));
        }
    }

    /** What a network can compute: what bends or drops, in its order, and the least width between two of these. */
    @Test
    void genomes_are_one_exactly_if_they_compute_the_same() {
        Map<List<Object>, Set<Genome>> alike = new HashMap<>();
        Set<Genome> forms = new HashSet<>();
        for (Genome genome : random(SPACE, 3_000)) {
            Genome collapsed = repaired(SPACE, genome);
            assertThat(computed(collapsed)).isEqualTo(computed(genome));
            alike.computeIfAbsent(computed(genome), any -> new HashSet<>()).add(collapsed);
            forms.add(collapsed);
        }
        assertThat(alike.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(alike).hasSameSizeAs(forms);
    }

    private static List<Object> computed(Genome genome) {
        List<Object> parts = new ArrayList<>();
        int before = INPUTS;
        int rank = Integer.MAX_VALUE;
        for (HiddenLayer layer : genome.architecture().layers()) {
            if (layer.activation() == Activation.IDENTITY && layer.dropout() == 0) {
                rank = Math.min(rank, layer.units());
            } else {
                parts.add(Math.min(rank, Math.min(before, layer.units())));
                parts.add(layer);
                before = layer.units();
                rank = Integer.MAX_VALUE;
            }
        }
        parts.add(Math.min(rank, Math.min(before, OUTPUTS)));
        return parts;
    }

    /** A product of weights stands for two layers: x·A·B with biases is x·(A·B) with one bias. */
    @Test
    void the_collapsed_network_computes_what_the_two_layers_did() {
        double[][] first = matrix(INPUTS + 1, 5, 1);
        double[][] second = matrix(5 + 1, OUTPUTS, 2);
        double[] input = {0.3, -1, 2, 0.5, 0, 1};
        double[][] joined = new double[INPUTS + 1][];
        for (int row = 0; row <= INPUTS; row++) {
            joined[row] = product(first[row], second, row == INPUTS ? 1 : 0);
        }
        double[] layered = product(product(input, first, 1), second, 1);
        assertThat(product(input, joined, 1)).containsExactly(layered, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(collapsed(SPACE, identity(5)).parameters(INPUTS, OUTPUTS)).isEqualTo((INPUTS + 1L) * OUTPUTS);
    }

    /** The last row of the weights is the bias. */
    private static double[] product(double[] row, double[][] weights, double bias) {
        return IntStream.range(0, weights[0].length)
                .mapToDouble(column -> bias * weights[row.length][column]
                        + IntStream.range(0, row.length)
                                .mapToDouble(i -> row[i] * weights[i][column])
                                .sum())
                .toArray();
    }

    private static double[][] matrix(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> random.doubles(columns, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    private static List<Genome> random(SearchSpace space, int count) {
        SplittableRandom random = new SplittableRandom(7);
        ArchitectureSpace choices = space.architectures();
        List<Genome> genomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<HiddenLayer> layers = new ArrayList<>();
            for (int layer = pick(choices.depths(), random); layer > 0; layer--) {
                layers.add(new HiddenLayer(
                        pick(choices.widths().first(), random),
                        pick(choices.activations(), random),
                        pick(choices.dropouts(), random)));
            }
            genomes.add(new Genome(new Architecture(layers), Recipe.DEFAULT));
        }
        return genomes;
    }

    private static <T> T pick(Ladder<T> ladder, SplittableRandom random) {
        return ladder.rungs().get(random.nextInt(ladder.size()));
    }

    private static Genome collapsed(SearchSpace space, HiddenLayer... layers) {
        assertThat(space.contains(genome(layers))).isTrue();
        return repaired(space, genome(layers));
    }

    private static Genome repaired(SearchSpace space, Genome genome) {
        return new ParameterBudget(space, INPUTS, OUTPUTS, Long.MAX_VALUE).repair(genome);
    }

    private static Genome genome(HiddenLayer... layers) {
        return new Genome(new Architecture(List.of(layers)), Recipe.DEFAULT);
    }

    private static HiddenLayer identity(int units) {
        return new HiddenLayer(units, Activation.IDENTITY, 0);
    }

    private static HiddenLayer tanh(int units) {
        return new HiddenLayer(units, Activation.TANH, 0);
    }
}
