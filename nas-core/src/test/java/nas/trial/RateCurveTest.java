package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.RateCurve.Point;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    private static final Genome GENOME = new Genome(Architecture.LINEAR, Recipe.DEFAULT);

    @Test
    void rates_lie_below_the_one_of_the_lowest_loss() {
        RateCurve test = new RateCurve(
                GENOME, List.of(new Point(0.01, 2), new Point(0.123, 1), new Point(1, 1), new Point(10, 3)));
        assertThat(test.best()).isEqualTo(0.123);
        assertThat(test.rates().rungs()).containsExactly(0.0012, 0.0039, 0.012, 0.039);
        assertThat(test.rates().middle()).isEqualTo(0.012);
    }

    @Test
    void points_have_growing_rates_and_finite_losses() {
        assertThatThrownBy(() -> new RateCurve(GENOME, List.of())).hasMessage("a range test must have a point");
        assertThatThrownBy(() -> new RateCurve(GENOME, List.of(new Point(1, 1), new Point(1, 1))))
                .hasMessage("rates must grow, but 1.0 follows 1.0");
        assertThatThrownBy(() -> new Point(0, 1)).hasMessage("rate must be > 0, but was 0.0");
        assertThatThrownBy(() -> new Point(1, Double.NaN)).hasMessage("loss must be finite, but was NaN");
    }
}
