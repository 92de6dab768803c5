package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossScaleTest {
    private static final LossScale FASHION = new LossScale(2.3, 0.4);

    @Test
    void a_price_is_a_share_of_what_the_reference_has_learnt() {
        assertThat(FASHION.explained()).isCloseTo(1.9, within(1e-12));
        assertThat(FASHION.price(0.02)).isCloseTo(0.038, within(1e-12));
    }

    @Test
    void a_price_stays_small_when_the_loss_is_nearly_zero() {
        assertThat(new LossScale(1, 0).price(0.02)).isCloseTo(0.02 * 12.5 * 0.01, within(1e-12));
    }

    @Test
    void a_reference_no_better_than_the_constant_prediction_has_learnt_one_percent() {
        LossScale nothing = new LossScale(1, 1.2);
        assertThat(nothing.isFloorBinding()).isTrue();
        assertThat(nothing.explained()).isCloseTo(0.01, within(1e-12));
        assertThat(FASHION.isFloorBinding()).isFalse();
    }

    @Test
    void a_ten_fold_larger_network_must_win_back_the_price() {
        double small = FASHION.objective(0.45, 1_000, 0.02);
        double large = FASHION.objective(0.45 - FASHION.price(0.02), 10_000, 0.02);
        assertThat(large).isCloseTo(small, within(1e-9));
        assertThat(FASHION.objective(0.4, 1_000, 0.02)).isEqualTo(3);
    }

    @Test
    void tolerance_is_the_price_or_the_noise_but_never_more_than_a_tenth() {
        assertThat(FASHION.tolerance(0.02, 0)).isCloseTo(0.038, within(1e-12));
        assertThat(FASHION.tolerance(0.02, 0.05)).isEqualTo(0.05);
        assertThat(FASHION.tolerance(0.02, 9)).isCloseTo(0.19, within(1e-12));
        assertThat(FASHION.tolerance(0.3, 0)).isCloseTo(0.57, within(1e-12));
    }

    @Test
    void a_task_without_anything_to_learn_has_finite_objectives() {
        assertThat(new LossScale(0, 0).objective(0, 10, 0.02)).isEqualTo(1);
    }

    @Test
    void impossible_losses_are_refused() {
        assertThatThrownBy(() -> new LossScale(-1, 0))
                .hasMessage("constant loss must be finite and >= 0, but was -1.0");
        assertThatThrownBy(() -> new LossScale(1, Double.NaN))
                .hasMessage("reference loss must be finite and >= 0, but was NaN");
    }
}
