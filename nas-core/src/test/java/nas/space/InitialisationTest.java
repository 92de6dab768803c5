package nas.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InitialisationTest {
    @Test
    void the_automatic_one_follows_the_activation() {
        assertThat(Initialisation.AUTO.of(Activation.RELU)).isEqualTo(Initialisation.HE_NORMAL);
        assertThat(Initialisation.AUTO.of(Activation.SELU)).isEqualTo(Initialisation.LECUN_NORMAL);
        assertThat(Initialisation.AUTO.of(Activation.TANH)).isEqualTo(Initialisation.GLOROT_NORMAL);
        assertThat(Initialisation.AUTO_UNIFORM.of(Activation.PRELU)).isEqualTo(Initialisation.HE_UNIFORM);
        assertThat(Initialisation.AUTO_UNIFORM.ofOutput()).isEqualTo(Initialisation.GLOROT_UNIFORM);
    }

    @Test
    void any_other_is_the_same_for_all_layers() {
        assertThat(Initialisation.LECUN_UNIFORM.of(Activation.RELU)).isEqualTo(Initialisation.LECUN_UNIFORM);
        assertThat(Initialisation.LECUN_UNIFORM.ofOutput()).isEqualTo(Initialisation.LECUN_UNIFORM);
    }

    @Test
    void what_draws_alike_is_one_genome() {
        assertThat(genome(Initialisation.GLOROT_NORMAL, Activation.TANH))
                .isEqualTo(genome(Initialisation.AUTO, Activation.TANH));
        assertThat(genome(Initialisation.GLOROT_UNIFORM)).isEqualTo(genome(Initialisation.AUTO_UNIFORM));
        assertThat(genome(Initialisation.GLOROT_NORMAL, Activation.TANH, Activation.RELU))
                .isNotEqualTo(genome(Initialisation.AUTO, Activation.TANH, Activation.RELU));
        assertThat(genome(Initialisation.HE_NORMAL, Activation.RELU)) // the output layer differs
                .isNotEqualTo(genome(Initialisation.AUTO, Activation.RELU));
    }

    @ParameterizedTest
    @EnumSource
    void the_canonical_form_draws_alike_and_stays_as_it_is(Initialisation initialisation) {
        Genome genome = genome(initialisation, Activation.SIGMOID);
        Initialisation canonical = genome.recipe().initialisation();
        assertThat(canonical.of(Activation.SIGMOID)).isEqualTo(initialisation.of(Activation.SIGMOID));
        assertThat(canonical.ofOutput()).isEqualTo(initialisation.ofOutput());
        assertThat(canonical.canonical(genome.architecture())).isEqualTo(canonical);
    }

    private static Genome genome(Initialisation initialisation, Activation... activations) {
        List<HiddenLayer> layers = Stream.of(activations)
                .map(activation -> new HiddenLayer(3, activation, 0))
                .toList();
        return new Genome(new Architecture(layers), Recipe.DEFAULT.withInitialisation(initialisation));
    }
}
