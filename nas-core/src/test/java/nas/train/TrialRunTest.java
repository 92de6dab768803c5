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
import nas.space.Schedule;
import nas.trial.Budget;
import nas.trial.Detail;
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
    void early_stopping_ends_after_its_patience_and_keeps_the_best_epoch() {
        Scripted training = new Scripted(epoch -> 0.7).betting(epoch -> epoch == 3 ? 0.9f : 0.6f);
        Trial trial = trial(Recipe.DEFAULT.withPatience(4), Fold.VALIDATION, 40);
        TrialRun.Ran ran =
                new TrialRun(RINGS, TrialRequest.of(trial, Detail.PARAMETERS)).run(training, Abandonment.NEVER);
        LearningCurve curve = ran.outcome().curve();
        assertThat(curve.points()).hasSize(7);
        assertThat(curve.bestEpoch()).isEqualTo(3);
        assertThat(ran.outcome().<Double>match(measured -> measured.measures().loss(), failed -> Double.NaN))
                .isEqualTo(curve.points().get(2).measuredLoss());
        assertThat(ran.details()).containsEntry(Detail.PARAMETERS, FloatVector.copyOf(new float[] {3}));
    }

    @Test
    void where_no_rows_validate_early_stopping_does_not_stop() {
        for (Fold fold : List.of(Fold.TEST, Fold.FULL)) {
            Trial trial = trial(Recipe.DEFAULT.withPatience(2), fold, 30);
            Outcome outcome = new TrialRun(RINGS, TrialRequest.of(trial))
                    .run(new Scripted(epoch -> 0.7), Abandonment.NEVER)
                    .outcome();
            assertThat(outcome.curve().points()).hasSize(30);
        }
    }

    @Test
    void a_plateau_of_the_training_loss_lowers_the_rates() {
        Scripted training = new Scripted(epoch -> epoch < 5 ? 1.0 / epoch : 0.25);
        Trial trial = trial(Recipe.DEFAULT.withSchedule(Schedule.REDUCE_ON_PLATEAU), Fold.VALIDATION, 8);
        new TrialRun(RINGS, TrialRequest.of(trial)).run(training, Abandonment.NEVER);
        assertThat(training.factors.subList(0, 5)).containsExactly(1.0, 1.0, 1.0, 1.0, 0.3);
        assertThat(training.factors.get(7)).isLessThan(0.03);
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
        return trial(Recipe.DEFAULT, fold, epochs);
    }

    private static Trial trial(Recipe recipe, Fold fold, int epochs) {
        return new Trial(new Genome(Architecture.LINEAR, recipe), new Budget(epochs), 1, fold);
    }

    /** Its training losses come from a formula on the epoch; it predicts even odds, or other odds for the right class. */
    private static final class Scripted implements Training {
        private final IntToDoubleFunction loss;
        private final List<List<Integer>> orders = new ArrayList<>();
        private final List<String> predicted = new ArrayList<>();
        private final List<Double> factors = new ArrayList<>();
        private IntToDoubleFunction odds = epoch -> 0.5;

        Scripted(IntToDoubleFunction loss) {
            this.loss = loss;
        }

        @Override
        public int epochs() {
            return orders.size();
        }

        @Override
        public void scaleRates(double factor) {
            factors.add(factor);
        }

        @Override
        public double advance(int[] order, Abandonment abandonment) {
            orders.add(Ints.asList(order));
            return loss.applyAsDouble(epochs());
        }

        @Override
        public void predict(int[] rows, Predictions predictions) {
            predicted.add("engine");
            odds(rows, predictions);
        }

        @Override
        public void predictByDl4j(int[] rows, Predictions predictions) {
            predicted.add("dl4j");
            odds(rows, predictions);
        }

        /** Gives every row's own class other odds than even ones. */
        Scripted betting(IntToDoubleFunction newOdds) {
            odds = newOdds;
            return this;
        }

        private void odds(int[] rows, Predictions predictions) {
            float share = (float) odds.applyAsDouble(epochs());
            Targets.Classes classes = RINGS.targets().match(each -> each, values -> {
                throw new AssertionError();
            });
            for (int row : rows) {
                boolean isFirst = classes.labels()[row] == 0;
                predictions.accept(row, new float[] {isFirst ? share : 1 - share, isFirst ? 1 - share : share}, 0);
            }
        }

        @Override
        public FloatVector parameters() {
            return FloatVector.copyOf(new float[] {epochs()});
        }

        @Override
        public TrainingState state() {
            return new TrainingState(Engine.BLAS, "", epochs(), parameters(), parameters());
        }

        @Override
        public void close() {}
    }
}
