package nas.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenLayerTest {
    private static final HiddenLayer PLAIN = new HiddenLayer(5, Activation.ELU, 0.1);
    private static final HiddenLayer FULL = new HiddenLayer(5, Activation.PRELU, 0.1, DropoutKind.ALPHA, true);

    @Test
    void a_bias_or_scale_and_shift_and_a_trained_slope_are_parameters() {
        assertThat(PLAIN.parameters(7)).isEqualTo(8 * 5);
        assertThat(PLAIN.withBatchNorm(true).parameters(7)).isEqualTo(9 * 5);
        assertThat(FULL.parameters(7)).isEqualTo(10 * 5);
        assertThat(new Architecture(List.of(FULL, PLAIN)).parameters(7, 2)).isEqualTo(10 * 5 + 6 * 5 + 6 * 2);
    }

    @Test
    void what_is_not_usual_is_named() {
        assertThat(PLAIN.label()).isEqualTo("5 elu (dropout 0.1)");
        assertThat(FULL.label()).isEqualTo("5 prelu (batch norm, alpha dropout 0.1)");
        assertThat(text(PLAIN)).isEqualTo("5 elu 0.1;");
        assertThat(text(FULL)).isEqualTo("5 prelu 0.1 alpha batch_norm;");
        assertThat(text(new HiddenLayer(5, Activation.SELU, 0.1))).isEqualTo("5 selu 0.1;");
    }

    @Test
    void where_nothing_is_dropped_the_kind_of_dropout_is_that_of_the_activation() {
        HiddenLayer elu = new HiddenLayer(5, Activation.ELU, 0, DropoutKind.ALPHA, false);
        HiddenLayer selu = new HiddenLayer(5, Activation.SELU, 0, DropoutKind.STANDARD, false);
        assertThat(elu).isEqualTo(new HiddenLayer(5, Activation.ELU, 0));
        assertThat(selu).isEqualTo(new HiddenLayer(5, Activation.SELU, 0));
    }

    private static String text(HiddenLayer layer) {
        return layer.canonicalText();
    }
}
