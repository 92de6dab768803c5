package nas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KendallTauTest {
    private static final double[] ORDER = {1, 2, 3, 4};

    @Test
    void same_order_is_1_and_the_opposite_one_minus_1() {
        assertThat(KendallTau.of(ORDER, new double[] {0.1, 5, 70, 71})).isEqualTo(1);
        assertThat(KendallTau.of(ORDER, new double[] {4, 3, 2, -1})).isEqualTo(-1);
    }

    @Test
    void no_number_comes_last_and_ties_with_another_one() {
        double[] failed = {1, 2, Double.NaN, Double.NaN};
        assertThat(KendallTau.of(ORDER, failed)).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(KendallTau.of(failed, new double[] {1, 2, Double.POSITIVE_INFINITY, 3}))
                .isCloseTo(5.0 / 6, within(1e-12));
    }

    @Test
    void equal_values_tie_however_they_are_written() {
        assertThat(KendallTau.of(new double[] {0.0, -0.0}, new double[] {1, 2})).isZero();
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(KendallTau.of(new double[] {infinity, infinity}, new double[] {1, 2}))
                .isZero();
    }

    @Test
    void each_pair_the_other_way_round_takes_two_pairs_shares_and_a_tie_one() {
        assertThat(KendallTau.of(ORDER, new double[] {2, 1, 3, 4})).isCloseTo(4.0 / 6, within(1e-12));
        assertThat(KendallTau.of(ORDER, new double[] {1, 1, 3, 4})).isCloseTo(5.0 / 6, within(1e-12));
    }
}
