package nas.select;

import static nas.select.AssessedFixtures.assessed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
        assertThat(selection.sacrifice()).isCloseTo(0.02, within(1e-12));
        assertThat(selection.sentence(TWO_PERCENT))
                .isEqualTo(
                        "smallest within 2%: keeps at least 98.0% of what the best one learns; no hidden layer is needed");
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
                        + "keeps at least 94.0% of what the best one learns; no hidden layer is needed");
    }

    private static Assessed withError(Assessed assessed, double standardError) {
        Measures measures = new Measures(assessed.loss(), standardError, 1, 0.5, null);
        return new Assessed(assessed.genome(), assessed.parameters(), measures);
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
