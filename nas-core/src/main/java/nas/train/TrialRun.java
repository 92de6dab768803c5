package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import nas.data.Dataset;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import org.jspecify.annotations.Nullable;

/**
 * A trial's epochs, whatever engine takes the steps: which rows in which order, what is measured when, and when it ends
 * early. Validation rows are measured after every epoch, by the engine itself; test rows and those of a final training
 * once at the end, by DL4J.
 */
final class TrialRun {
    private final Dataset data;
    private final Trial trial;
    private final Rows rows;
    private final ConstantPrediction constant;

    /** @throws IllegalArgumentException if there are no rows to measure on */
    TrialRun(Dataset data, Trial trial) {
        this.data = data;
        this.trial = trial;
        this.rows = Rows.of(data.split(), trial.fold());
        this.constant = new ConstantPrediction(data, rows.trained());
        checkArgument(
                rows.measured().length > 0,
                "fold %s has no rows to measure on",
                trial.fold().word());
    }

    /** Returns what the engine needs to know. */
    TrainingPlan plan() {
        return new TrainingPlan(
                trial.genome(),
                trial.seed(),
                rows.trained().length,
                trial.budget().epochs());
    }

    /** Trains from the beginning to the end of the budget, or until the loss is no number or patience is exhausted. */
    Outcome run(Training training) {
        Patience patience = new Patience(plan(), constantLoss());
        List<LearningCurve.Point> curve = new ArrayList<>();
        @Nullable Measures measures = null;
        boolean isExhausted = false;
        while (!isExhausted && curve.size() < trial.budget().epochs()) {
            int epoch = curve.size() + 1;
            double trainingLoss = training.advance(rows.order(trial, epoch));
            measures = isValidated() && Double.isFinite(trainingLoss) ? measure(training::predict) : null;
            if (!Double.isFinite(trainingLoss) || (measures != null && !Double.isFinite(measures.loss()))) {
                return new Outcome.Failed("loss is not finite in epoch " + epoch, new LearningCurve(curve));
            }
            curve.add(new LearningCurve.Point(trainingLoss, measures == null ? null : (Double) measures.loss()));
            isExhausted = patience.isExhaustedBy(trainingLoss);
        }
        return outcome(measures == null ? measure(training::predictByDl4j) : measures, new LearningCurve(curve));
    }

    private static Outcome outcome(Measures measures, LearningCurve curve) {
        return Double.isFinite(measures.loss())
                ? new Outcome.Measured(measures, curve)
                : new Outcome.Failed("loss is not finite on the rows it is measured on", curve);
    }

    private boolean isValidated() {
        return trial.fold() == Fold.VALIDATION;
    }

    private double constantLoss() {
        return Arrays.stream(rows.trained())
                .mapToDouble(constant::loss)
                .average()
                .orElseThrow();
    }

    private Measures measure(BiConsumer<int[], Training.Predictions> prediction) {
        RowScores scores = new RowScores(
                data, constant, TaskLoss.of(trial.genome().recipe().loss(), data.task()));
        prediction.accept(rows.measured(), scores::add);
        return scores.measures();
    }
}
