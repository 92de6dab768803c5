package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.RangeTest.Point;
import org.junit.jupiter.api.Test;

class LearningRatesTest {
    private static final Genome GENOME = new Genome(Architecture.LINEAR, Recipe.DEFAULT);

    @Test
    void the_rate_of_the_lowest_loss_is_the_highest_to_choose_from() {
        RangeTest test = new RangeTest(
                GENOME, List.of(new Point(0.01, 2), new Point(0.1, 1), new Point(1, 1), new Point(10, 3)));
        assertThat(test.best()).isEqualTo(0.1);
        List<Double> rates = test.rates().rungs();
        assertThat(rates).hasSize(4).endsWith(0.1);
        assertThat(rates.get(1)).isCloseTo(0.01, within(1e-6));
    }

    @Test
    void points_have_growing_rates_and_finite_losses() {
        assertThatThrownBy(() -> new RangeTest(GENOME, List.of())).hasMessage("a range test must have a point");
        assertThatThrownBy(() -> new RangeTest(GENOME, List.of(new Point(1, 1), new Point(1, 1))))
                .hasMessage("rates must grow, but 1.0 follows 1.0");
        assertThatThrownBy(() -> new Point(0, 1)).hasMessage("rate must be > 0, but was 0.0");
        assertThatThrownBy(() -> new Point(1, Double.NaN)).hasMessage("loss must be finite, but was NaN");
    }
}
