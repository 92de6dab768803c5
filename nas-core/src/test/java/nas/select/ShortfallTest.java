package nas.select;

import static nas.select.SyntheticTrials.block;
import static nas.select.SyntheticTrials.partition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nas.select.WinnerRule.Reach;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

/** Accuracies are 1 less half the loss. */
class ShortfallTest {
    private static final Reach ACCURACY = new Reach(LeadingMetric.ACCURACY, 0.8);
    private static final Reach RMSE = new Reach(LeadingMetric.RMSE, 5);

    private static Estimate shortfall(Reach reach, List<BlockOutcome> blocks) {
        return Shortfall.of(reach, blocks).orElseThrow();
    }

    /** The quantile of t with two degrees of freedom is 2.919986, the normal one 1.644854. */
    @Test
    void bound_of_many_rows_is_that_of_t_over_blocks() {
        Estimate shortfall = shortfall(ACCURACY, List.of(rows(0.2f, 4_000), rows(0.3f, 4_000), rows(0.1f, 4_000)));
        assertThat(shortfall.value()).isCloseTo(-0.1, within(1e-6));
        assertThat(shortfall.error()).isCloseTo(0.05 / Math.sqrt(3), within(1e-6));
        assertThat(shortfall.degrees()).isEqualTo(2);
        assertThat(shortfall.bound()).isCloseTo(-0.1 + 2.919986 * 0.05 / Math.sqrt(3), within(1e-5));
    }

    @Test
    void bound_of_few_rows_is_the_binomial_one() {
        Estimate shortfall = shortfall(ACCURACY, List.of(block(0.2f), block(0.3f), block(0.1f)));
        assertThat(shortfall.bound()).isCloseTo(-0.1 + 1.644854 * Math.sqrt(0.8 * 0.2 / 3), within(1e-5));
    }

    private static BlockOutcome rows(float loss, int rows) {
        float[] losses = new float[rows];
        Arrays.fill(losses, loss);
        return block(losses);
    }

    @Test
    void all_right_on_few_rows_is_not_sure() {
        float[] few = new float[10];
        float[] many = new float[1_000];
        assertThat(shortfall(ACCURACY, List.of(block(few))).isSurelyGood()).isFalse();
        assertThat(shortfall(ACCURACY, List.of(block(many))).isSurelyGood()).isTrue();
    }

    @Test
    void rows_of_several_partitions_are_counted_once() {
        BlockOutcome once = partition(new float[] {0.2f, 0.2f}, new float[] {0.4f, 0.4f});
        assertThat(shortfall(ACCURACY, List.of(once, once)).leastError())
                .isCloseTo(Math.sqrt(0.8 * 0.2 / 4), within(1e-12));
        assertThat(shortfall(ACCURACY, List.of(once, once)).error())
                .isCloseTo(Math.sqrt((1 / 4.0 + 1) * 0.01 / 3), within(1e-6));
    }

    @Test
    void lower_errors_are_better_and_as_sure_as_the_loss() {
        Measures measures = new Measures(0.25, 0.01, 1, null, 4.0, 100, Map.of());
        Estimate shortfall = Shortfall.of(RMSE, measures).orElseThrow();
        assertThat(shortfall.value()).isEqualTo(-1);
        assertThat(shortfall.leastError()).isCloseTo(4 * 0.01 / 0.25 / 2, within(1e-12));
    }

    @Test
    void of_a_metric_that_is_not_known_there_is_no_bound() {
        assertThat(Shortfall.of(RMSE, List.of(block(1)))).isEmpty();
    }
}
