package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlateauTest {
    @Test
    void the_rate_falls_after_a_tenth_of_the_epochs_without_progress() {
        Plateau plateau = new Plateau(30);
        assertThat(plateau.factorAfter(1)).isEqualTo(1);
        assertThat(plateau.factorAfter(0.5)).isEqualTo(1);
        assertThat(plateau.factorAfter(0.496)).as("less than 1 %").isEqualTo(1);
        assertThat(plateau.factorAfter(0.6)).isEqualTo(1);
        assertThat(plateau.factorAfter(0.5)).isEqualTo(0.3);
        assertThat(plateau.factorAfter(0.4)).as("progress").isEqualTo(0.3);
        plateau.factorAfter(0.4);
        plateau.factorAfter(0.4);
        assertThat(plateau.factorAfter(0.4)).isCloseTo(0.09, within(1e-12));
    }

    @Test
    void a_short_schedule_waits_for_one_epoch() {
        Plateau plateau = new Plateau(3);
        assertThat(plateau.factorAfter(1)).isEqualTo(1);
        assertThat(plateau.factorAfter(1)).isEqualTo(0.3);
    }

    @Test
    void the_rate_never_falls_below_a_thousandth() {
        Plateau plateau = new Plateau(3);
        double factor = 1;
        for (int epoch = 0; epoch < 30; epoch++) {
            factor = plateau.factorAfter(1);
        }
        assertThat(factor).isEqualTo(1e-3);
    }
}
