package nas.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the tables of Abramowitz & Stegun 1964, "Handbook of Mathematical Functions", chapter 26. */
class QuantileTest {
    @Test
    void normal_quantiles_are_those_of_tables() {
        assertThat(Quantile.normal(0.5)).isZero();
        assertThat(Quantile.normal(0.95)).isCloseTo(1.6448536270, within(1e-9));
        assertThat(Quantile.normal(0.975)).isCloseTo(1.9599639845, within(1e-9));
    }

    @Test
    void t_quantiles_are_those_of_tables() {
        assertThat(Quantile.student(0.95, 1)).isCloseTo(6.314, within(5e-4));
        assertThat(Quantile.student(0.95, 4)).isCloseTo(2.132, within(5e-4));
        assertThat(Quantile.student(0.975, 10)).isCloseTo(2.228, within(5e-4));
    }

    @Test
    void certainty_has_no_quantile() {
        assertThatThrownBy(() -> Quantile.normal(1)).hasMessage("probability must be within (0, 1), but was 1.0");
    }
}
