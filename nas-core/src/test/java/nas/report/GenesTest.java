package nas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nas.report.importance.Factor;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import org.junit.jupiter.api.Test;

class GenesTest {
    private static final HiddenLayer NARROW = new HiddenLayer(8, Activation.TANH, 0.1);
    private static final HiddenLayer WIDE = new HiddenLayer(16, Activation.RELU, 0);

    @Test
    void only_choices_in_which_genomes_differ_are_genes() {
        Genes genes = Genes.of(List.of(genome(Recipe.DEFAULT, NARROW), genome(Recipe.DEFAULT, WIDE)));
        assertThat(genes.factors())
                .contains(new Factor("units", List.of("8", "16"), true))
                .contains(new Factor("activation", List.of("relu", "tanh"), false))
                .contains(new Factor("dropout", List.of("0", "0.1"), true));
        assertThat(genes.factors()).extracting(Factor::name).doesNotContain("layers", "optimizer", "batch size");
    }

    @Test
    void layers_that_are_not_there_are_taken_to_be_as_most_are() {
        Genome linear = genome(Recipe.DEFAULT);
        Genome deep = genome(Recipe.DEFAULT, NARROW, WIDE);
        Genome shallow = genome(Recipe.DEFAULT, WIDE);
        Genome other = genome(Recipe.DEFAULT, WIDE, WIDE);
        Genes genes = Genes.of(List.of(deep, linear, shallow, other));
        assertThat(genes.factors().get(0)).isEqualTo(new Factor("layers", List.of("0", "1", "2"), true));
        assertThat(genes.factors()).contains(new Factor("units of layer 1", List.of("8", "16"), true));
        // all second layers are alike
        assertThat(names(genes)).doesNotContain("units of layer 2");
        int units = names(genes).indexOf("units of layer 1");
        assertThat(genes.levels(linear).get(units)).isEqualTo(1);
        assertThat(genes.level(linear, units)).isEmpty();
        assertThat(genes.level(deep, units)).contains(0);
        assertThat(genes.levels(deep).get(units)).isZero();
        assertThat(genes.levels(deep).get(0)).isEqualTo(2);
    }

    @Test
    void recipes_are_choices_too_and_numbers_are_in_their_order() {
        Recipe slow = new Recipe(Optimizer.ADAM, 1e-4, 128).withSchedule(Schedule.COSINE);
        Recipe fast = new Recipe(Optimizer.SGD, 0.1, 32);
        Recipe usual = new Recipe(Optimizer.ADAM, 1e-2, 32);
        Genes genes = Genes.of(List.of(genome(fast, WIDE), genome(slow, WIDE), genome(usual, WIDE)));
        assertThat(genes.factors())
                .containsExactly(
                        new Factor("optimizer", List.of("adam", "sgd"), false),
                        new Factor("learning rate", List.of("1e-4", "0.01", "0.1"), true),
                        new Factor("schedule", List.of("constant", "cosine"), false),
                        new Factor("batch size", List.of("32", "128"), true));
    }

    @Test
    void chosen_numbers_are_short() {
        assertThat(Numbers.chosen(0)).isEqualTo("0");
        assertThat(Numbers.chosen(128)).isEqualTo("128");
        assertThat(Numbers.chosen(0.0031622776601683794)).isEqualTo("0.003162");
        assertThat(Numbers.chosen(3.16228e-5)).isEqualTo("3.162e-5");
        assertThat(Numbers.chosen(1e-5)).isEqualTo("1e-5");
        assertThat(Numbers.chosen(0.1)).isEqualTo("0.1");
        assertThat(Numbers.chosen(20_000_000)).isEqualTo("2e7");
    }

    private static List<String> names(Genes genes) {
        return genes.factors().stream().map(Factor::name).toList();
    }

    private static Genome genome(Recipe recipe, HiddenLayer... layers) {
        return new Genome(new Architecture(Arrays.asList(layers)), recipe);
    }
}
