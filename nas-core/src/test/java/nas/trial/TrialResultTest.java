package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import org.junit.jupiter.api.Test;

class TrialResultTest {
    private static final Measures MEASURES = new Measures(0.5, 0, 1, 0.5, null);

    @Test
    void a_short_training_was_pruned_unless_its_recipe_stopped_it() {
        assertThat(result(Recipe.DEFAULT, 3).isPruned()).isTrue();
        assertThat(result(Recipe.DEFAULT, 5).isPruned()).isFalse();
        assertThat(result(Recipe.DEFAULT.withPatience(2), 3).isPruned()).isFalse();
    }

    @Test
    void the_best_epoch_is_the_first_of_lowest_measured_loss() {
        assertThat(curve(0.5, 0.3, 0.3, 0.4).bestEpoch()).isEqualTo(2);
        assertThat(LearningCurve.EMPTY.bestEpoch()).isZero();
        assertThat(new LearningCurve(List.of(new LearningCurve.Point(1, null))).bestEpoch())
                .isZero();
    }

    @Test
    void a_curve_tells_its_points_as_they_were_given() {
        List<LearningCurve.Point> points =
                List.of(new LearningCurve.Point(1.5, 1.25), new LearningCurve.Point(-0.0, null));
        LearningCurve curve = new LearningCurve(points);
        assertThat(curve.points()).isEqualTo(points);
        assertThat(curve).isEqualTo(new LearningCurve(curve.points())).hasSameHashCodeAs(new LearningCurve(points));
    }

    private static LearningCurve curve(Double... measured) {
        return new LearningCurve(List.of(measured).stream()
                .map(loss -> new LearningCurve.Point(1, loss))
                .toList());
    }

    private static TrialResult result(Recipe recipe, int epochs) {
        LearningCurve curve = new LearningCurve(Collections.nCopies(epochs, new LearningCurve.Point(0.5, 0.5)));
        Trial trial = new Trial(new Genome(Architecture.LINEAR, recipe), new Budget(5), 1, Fold.VALIDATION);
        return new TrialResult(
                trial, new Outcome.Measured(MEASURES, curve), new TrialResult.Effort("blas", "worker-0", 1));
    }
}
