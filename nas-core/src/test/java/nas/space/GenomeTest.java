package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenomeTest {
    private static final Genome SMALL = new Genome(
            new Architecture(
                    List.of(new HiddenLayer(24, Activation.ELU, 0.1), new HiddenLayer(16, Activation.RELU, 0))),
            new Recipe(Optimizer.ADAM, 0.001, 128));

    @Test
    void canonical_text_and_key_are_golden() {
        assertThat(SMALL.canonicalText()).isEqualTo("24 elu 0.1;16 relu 0.0;|adam 0.001 128");
        assertThat(SMALL.key()).isEqualTo("ca435cdfb1a4cc51");
    }

    @Test
    void parts_of_a_recipe_that_are_the_default_are_not_named() {
        assertThat(text(new Recipe(Optimizer.NESTEROV, 0.1, 32))).isEqualTo("|nesterov 0.1 32");
        assertThat(text(Recipe.DEFAULT
                        .withSchedule(Schedule.CONSTANT)
                        .withLoss(Loss.AUTO)
                        .withRegularisation(new Regularisation(-0.0, 0, 0))
                        .withClipping(new Clipping(Clipping.Kind.NONE, -0.0))))
                .isEqualTo("|adam 0.001 128");
    }

    @Test
    void all_other_parts_of_a_recipe_are_named() {
        Recipe recipe = new Recipe(
                Optimizer.NESTEROV,
                0.8,
                0.1,
                Schedule.COSINE,
                32,
                Loss.HUBER,
                Initialisation.LECUN_UNIFORM,
                new Regularisation(1e-5, 1e-4, 0.01),
                new Clipping(Clipping.Kind.VALUE, 0.5),
                7);
        assertThat(text(recipe))
                .isEqualTo(
                        "|nesterov 0.1 32 momentum=0.8 schedule=cosine loss=huber initialisation=lecun_uniform l1=1.0E-5 l2=1.0E-4"
                                + " weight_decay=0.01 clip_value=0.5 patience=7");
        assertThat(text(Recipe.DEFAULT.withClipping(new Clipping(Clipping.Kind.NORM, 1))))
                .isEqualTo("|adam 0.001 128 clip_norm=1.0");
    }

    private static String text(Recipe recipe) {
        return new Genome(Architecture.LINEAR, recipe).canonicalText();
    }

    @Test
    void different_genomes_have_different_keys() {
        List<Genome> genomes = RandomGenomes.of(500, 1);
        Set<String> keys = new HashSet<>();
        genomes.forEach(genome -> keys.add(genome.key()));
        assertThat(keys).hasSameSizeAs(new HashSet<>(genomes));
    }

    @Test
    void negative_zero_dropout_is_zero_dropout() {
        assertThat(new HiddenLayer(3, Activation.ELU, -0.0)).isEqualTo(new HiddenLayer(3, Activation.ELU, 0.0));
    }

    @Test
    void parameters_are_weights_and_biases_of_all_layers() {
        assertThat(SMALL.parameters(784, 10)).isEqualTo(785 * 24 + 25 * 16 + 17 * 10);
        assertThat(Architecture.LINEAR.parameters(784, 10)).isEqualTo(7_850);
        assertThatThrownBy(() -> SMALL.parameters(0, 10)).hasMessage("inputs and outputs must be >= 1, but were 0, 10");
    }

    @Test
    void labels_read_like_words() {
        assertThat(SMALL.architecture().label()).isEqualTo("24 elu (dropout 0.1) - 16 relu");
        assertThat(Architecture.LINEAR.label()).isEqualTo("linear");
    }

    @Test
    void impossible_layers_and_recipes_are_refused() {
        assertThatThrownBy(() -> new HiddenLayer(0, Activation.ELU, 0)).hasMessage("units must be >= 1, but was 0");
        assertThatThrownBy(() -> new HiddenLayer(1, Activation.ELU, 1))
                .hasMessage("dropout must be >= 0 and < 1, but was 1.0");
        assertThatThrownBy(() -> new HiddenLayer(1, Activation.ELU, Double.NaN))
                .hasMessage("dropout must be >= 0 and < 1, but was NaN");
        assertThatThrownBy(() -> new Recipe(Optimizer.ADAM, 0, 1)).hasMessage("learning rate must be > 0, but was 0.0");
        assertThatThrownBy(() -> new Recipe(Optimizer.ADAM, 1, 0)).hasMessage("batch size must be >= 1, but was 0");
    }
}
