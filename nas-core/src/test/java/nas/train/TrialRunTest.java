package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Targets;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.junit.jupiter.api.Test;

/** Epochs of a training that answers with a formula. */
class TrialRunTest {
    private static final Dataset RINGS = SmallData.rings(50);

    @Test
    void a_training_that_learns_runs_to_the_end_of_its_budget() {
        Scripted training = new Scripted(epoch -> 0.7 - 0.01 * epoch);
        Outcome outcome = run(training, Fold.VALIDATION, 20);
        assertThat(outcome).isInstanceOf(Outcome.Measured.class);
        assertThat(outcome.curve().points())
                .hasSize(20)
                .allSatisfy(point -> assertThat(point.measuredLoss()).isNotNull());
        assertThat(training.predicted).isEqualTo(Collections.nCopies(20, "engine"));
    }

    @Test
    void a_training_without_progress_is_ended_and_keeps_its_loss() {
        Outcome outcome = run(new Scripted(epoch -> 0.7), Fold.VALIDATION, 40);
        assertThat(outcome.curve().points()).hasSize(11);
        assertThat(outcome.<Double>match(measured -> measured.measures().loss(), failed -> Double.NaN))
                .isEqualTo(outcome.curve().points().get(10).measuredLoss());
    }

    @Test
    void a_loss_that_is_no_number_ends_the_trial_at_once_with_the_curve_before_it() {
        Scripted training = new Scripted(epoch -> epoch < 3 ? 0.5 : Double.NaN);
        Outcome outcome = run(training, Fold.VALIDATION, 20);
        assertThat(outcome)
                .isEqualTo(new Outcome.Failed(
                        Outcome.Cause.NOT_FINITE,
                        "loss is not finite in epoch 3",
                        new LearningCurve(outcome.curve().points().subList(0, 2))));
        assertThat(training.epochs()).isEqualTo(3);
        assertThat(training.predicted).hasSize(2);
    }

    @Test
    void test_rows_and_those_of_a_final_training_are_measured_once_by_dl4j() {
        for (Fold fold : List.of(Fold.TEST, Fold.FULL)) {
            Scripted training = new Scripted(epoch -> 0.7 - 0.01 * epoch);
            Outcome outcome = run(training, fold, 5);
            assertThat(outcome.curve().points())
                    .hasSize(5)
                    .allSatisfy(point -> assertThat(point.measuredLoss()).isNull());
            assertThat(training.predicted).containsExactly("dl4j");
        }
    }

    @Test
    void a_measurement_is_abandoned_like_an_epoch() {
        Scripted training = new Scripted(epoch -> 0.7 - 0.01 * epoch);
        TrialRun run = new TrialRun(RINGS, TrialRequest.of(trial(Fold.TEST, 3)));
        assertThatThrownBy(() -> run.run(training, () -> {
                    if (!training.predicted.isEmpty()) {
                        throw new AbandonedException();
                    }
                }))
                .isInstanceOf(AbandonedException.class);
        assertThat(training.epochs()).isEqualTo(3);
    }

    @Test
    void all_trainings_of_a_seed_and_fold_see_the_same_rows() {
        Scripted one = new Scripted(epoch -> 0.7 - 0.01 * epoch);
        Scripted other = new Scripted(epoch -> 0.5 - 0.01 * epoch);
        run(one, Fold.VALIDATION, 4);
        run(other, Fold.VALIDATION, 6);
        assertThat(other.orders.subList(0, 4)).isEqualTo(one.orders);
        assertThat(one.orders.get(1)).isNotEqualTo(one.orders.get(0));
    }

    @Test
    void a_fold_without_rows_to_measure_on_is_refused() {
        Split split = new Split(new int[] {0, 1}, new int[0], new int[0]);
        Dataset data = Dataset.of("d", new float[2], new Targets.Classes(new int[2], List.of("a", "b")), split);
        assertThatThrownBy(() -> new TrialRun(data, TrialRequest.of(trial(Fold.TEST, 1))))
                .hasMessage("fold test has no rows to measure on");
    }

    private static Outcome run(Training training, Fold fold, int epochs) {
        return new TrialRun(RINGS, TrialRequest.of(trial(fold, epochs)))
                .run(training, Abandonment.NEVER)
                .outcome();
    }

    private static Trial trial(Fold fold, int epochs) {
        return new Trial(new Genome(Architecture.LINEAR, Recipe.DEFAULT), new Budget(epochs), 1, fold);
    }

    /** Its training losses come from a formula on the epoch; it always predicts even odds. */
    private static final class Scripted implements Training {
        private final IntToDoubleFunction loss;
        private final List<List<Integer>> orders = new ArrayList<>();
        private final List<String> predicted = new ArrayList<>();

        Scripted(IntToDoubleFunction loss) {
            this.loss = loss;
        }

        @Override
        public int epochs() {
            return orders.size();
        }

        @Override
        public double advance(int[] order, Abandonment abandonment) {
            orders.add(Ints.asList(order));
            return loss.applyAsDouble(epochs());
        }

        @Override
        public void predict(int[] rows, Predictions predictions) {
            predicted.add("engine");
            evenOdds(rows, predictions);
        }

        @Override
        public void predictByDl4j(int[] rows, Predictions predictions) {
            predicted.add("dl4j");
            evenOdds(rows, predictions);
        }

        private static void evenOdds(int[] rows, Predictions predictions) {
            for (int row : rows) {
                predictions.accept(row, new float[] {0.5f, 0.5f}, 0);
            }
        }

        @Override
        public FloatVector parameters() {
            return FloatVector.copyOf(new float[0]);
        }

        @Override
        public TrainingState state() {
            return new TrainingState(Engine.BLAS, "", epochs(), parameters(), parameters());
        }

        @Override
        public void close() {}
    }
}
