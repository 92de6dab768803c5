package nas.select;

import static nas.select.AssessedFixtures.assessed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final WinnerRule TWO_PERCENT = new WinnerRule.Within(0.02);

    @Test
    void the_smallest_within_the_tolerance_wins() {
        Assessed best = assessed(1_000, 0.5);
        Assessed nearly = assessed(100, 0.509);
        Assessed poor = assessed(10, 0.52);
        Selection selection =
                Selection.of(List.of(best, nearly, poor), TWO_PERCENT).orElseThrow();
        assertThat(selection.tolerance()).isCloseTo(0.01, within(1e-12));
        assertThat(selection.winner()).isEqualTo(nearly);
        assertThat(selection.reference()).isEqualTo(best);
        assertThat(selection.front()).containsExactly(poor, nearly, best);
        assertThat(selection.tolerance() / selection.scale().explained()).isCloseTo(0.02, within(1e-12));
        assertThat(selection.sentence(TWO_PERCENT))
                .isEqualTo("smallest within 2%: keeps at least 98.0% of what the best one learns");
    }

    @Test
    void a_linear_model_that_is_but_the_nearest_does_not_show_that_no_layer_is_needed() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        Selection selection = Selection.of(List.of(assessed(10, 0.5)), reach).orElseThrow();
        assertThat(selection.sentence(reach))
                .isEqualTo(
                        "smallest that reaches accuracy 0.9: nothing surely reaches accuracy 0.9; the nearest is linear"
                                + " with 0.5000");
    }

    /** The better one of them is too sure where it is wrong. */
    @Test
    void who_reaches_a_metric_need_not_be_on_the_front_of_the_losses() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        Assessed calm = withAccuracy(assessed(10, 0.2), 0.85);
        Assessed sure = withAccuracy(assessed(20, 0.3), 0.95);
        Assessed larger = withAccuracy(assessed(30, 0.4), 0.94);
        Selection selection = Selection.of(List.of(calm, sure, larger), reach).orElseThrow();
        assertThat(selection.isMet()).isTrue();
        assertThat(selection.winner()).isEqualTo(sure);
        assertThat(selection.front()).containsExactly(calm);
    }

    private static Assessed withAccuracy(Assessed assessed, double accuracy) {
        Measures measures = new Measures(assessed.loss(), 0, 1, accuracy, null, 10_000, Map.of());
        return new Assessed(assessed.genome(), assessed.parameters(), measures);
    }

    @Test
    void noise_widens_the_tolerance_by_its_median_over_the_front() {
        Assessed noisy = withError(assessed(10, 0.55), 0.4);
        Assessed poor = withError(assessed(20, 0.52), 0.03);
        Assessed best = withError(assessed(1_000, 0.5), 0.001);
        Selection selection =
                Selection.of(List.of(best, poor, noisy), TWO_PERCENT).orElseThrow();
        assertThat(selection.tolerance()).isEqualTo(0.03);
        assertThat(selection.winner()).isEqualTo(poor);
        assertThat(selection.sentence(TWO_PERCENT))
                .isEqualTo("smallest within 2% or the noise of the measurement, which is more: "
                        + "keeps at least 94.0% of what the best one learns");
    }

    private static Assessed withError(Assessed assessed, double standardError) {
        Measures measures = new Measures(assessed.loss(), standardError, 1, 0.5, null);
        return new Assessed(assessed.genome(), assessed.parameters(), measures);
    }

    @Test
    void no_less_than_nothing_is_kept() {
        WinnerRule one = new WinnerRule.OneStandardError();
        Assessed best = withError(assessed(1_000, 0.5), 0.8);
        Selection selection =
                Selection.of(List.of(best, assessed(10, 0.9)), one).orElseThrow();
        assertThat(selection.tolerance())
                .isEqualTo(0.8)
                .isGreaterThan(selection.scale().explained());
        assertThat(selection.sentence(one))
                .isEqualTo("smallest within one standard error: keeps at least 0.0% of what the best one learns");
    }

    @Test
    void loss_that_is_no_number_is_refused() {
        Measures unknown = new Measures(Double.NaN, 0, 1, 0.5, null);
        assertThatThrownBy(() -> new Assessed(assessed(10, 1).genome(), 10, unknown))
                .hasMessage("loss must be a number, but was NaN");
    }

    @Test
    void a_lone_genome_wins() {
        Assessed lone = assessed(10, 3);
        Selection selection = Selection.of(List.of(lone), TWO_PERCENT).orElseThrow();
        assertThat(selection.winner()).isEqualTo(lone);
        assertThat(selection.scale().isFloorBinding()).isTrue();
    }

    @Test
    void nothing_measured_selects_nothing() {
        assertThat(Selection.of(List.of(), TWO_PERCENT)).isEmpty();
    }

    @Test
    void rules_read_like_words() {
        assertThat(TWO_PERCENT.text()).isEqualTo("smallest within 2%");
        assertThat(new WinnerRule.Within(0.025).text()).isEqualTo("smallest within 2.5%");
        assertThatThrownBy(() -> new WinnerRule.Within(0)).hasMessage("within must be > 0% and < 100%, but was 0.0");
    }
}
