package nas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nas.export.Reproduction.Verdict;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ReproductionTest {
    private static final Trial TRIAL =
            new Trial(new Genome(Architecture.LINEAR, Recipe.DEFAULT), new Budget(4), 1, Fold.TEST);
    private static final FloatVector SAVED = FloatVector.copyOf(new float[] {1, -0.0f, 3});

    @Test
    void equal_bits_are_identical_whatever_the_kernels() {
        assertThat(verdict(SAVED, 0.5, true)).isEqualTo(Verdict.IDENTICAL);
        assertThat(verdict(SAVED, 0.5, false)).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void other_bits_are_different_unless_other_kernels_explain_them() {
        FloatVector other = FloatVector.copyOf(new float[] {1, 0, 3.5f});
        Reproduction found = Reproduction.of(SAVED, result(SAVED, 0.5), result(other, 0.5), true);
        assertThat(found.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(found.unequalParameters()).isEqualTo(2);
        assertThat(found.largestDifference()).isEqualTo(0.5);
        assertThat(verdict(other, 0.5, false)).isEqualTo(Verdict.WITHIN_ROUNDING);
    }

    /** The standard error of the loss is 0.0625. */
    @Test
    void rounding_changes_the_loss_by_no_more_than_its_standard_error() {
        FloatVector other = FloatVector.copyOf(new float[] {1, 0, 3.5f});
        assertThat(verdict(other, 0.5625, false)).isEqualTo(Verdict.WITHIN_ROUNDING);
        assertThat(verdict(other, 0.5626, false)).isEqualTo(Verdict.DIFFERENT);
        assertThat(verdict(SAVED, 0.5001, true)).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void training_that_fails_now_is_different() {
        TrialResult failed = new TrialResult(
                TRIAL,
                new Outcome.Failed(
                        Outcome.Cause.NOT_FINITE, "the loss is not finite", new LearningCurve(java.util.List.of())),
                new TrialResult.Effort("blas", "worker-0", 1));
        Reproduction found = Reproduction.of(SAVED, result(SAVED, 0.5), failed, false);
        assertThat(found.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(found.measured()).isEmpty();
    }

    private static Verdict verdict(FloatVector parameters, double loss, boolean areKernelsEqual) {
        return Reproduction.of(SAVED, result(SAVED, 0.5), result(parameters, loss), areKernelsEqual)
                .verdict();
    }

    private static TrialResult result(FloatVector parameters, double loss) {
        Measures measures = new Measures(loss, 0.0625, 1, 0.75, null, 20, Map.of());
        LearningCurve curve = new LearningCurve(java.util.Collections.nCopies(4, new LearningCurve.Point(loss, loss)));
        return new TrialResult(
                TRIAL,
                new Outcome.Measured(measures, curve),
                new TrialResult.Effort("blas", "worker-0", 1),
                Map.of(Detail.PARAMETERS, parameters));
    }
}
