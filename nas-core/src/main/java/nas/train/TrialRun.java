package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntToDoubleFunction;
import nas.data.Dataset;
import nas.data.Targets;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.train.TrialState.Kept;
import nas.train.TrialState.Progress;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.jspecify.annotations.Nullable;

/**
 * A trial's epochs, whatever engine takes the steps: which rows in which order, what is measured when, and when it ends
 * early. Validation rows are measured after every epoch, by the engine itself; test rows and those of a final training
 * once at the end, by DL4J. Measures and details are those of the last measurement or, where the recipe stops early, of the
 * best epoch on validation rows; without these it does not stop.
 */
final class TrialRun {
    private final Dataset data;
    private final Trial trial;
    private final Set<Detail> asked;
    private final Rows rows;
    private final ConstantPrediction constant;
    private final Answers answers;

    /** @throws IllegalArgumentException if there are no rows to measure on */
    TrialRun(Dataset data, TrialRequest request) {
        this.data = data;
        this.trial = request.trial();
        this.asked = request.details();
        this.rows = Rows.of(data.split(), trial.fold());
        this.constant = new ConstantPrediction(data, rows.trained());
        checkArgument(
                rows.measured().length > 0,
                "fold %s has no rows to measure on",
                trial.fold().word());
        this.answers = new Answers(data, rows.measured(), loss());
    }

    /**
     * What came out of a trial.
     *
     * @param outcome how it ended
     * @param details what was asked for; nothing where it failed
     * @param progress what was measured until then
     */
    record Ran(Outcome outcome, Map<Detail, FloatVector> details, Progress progress) {}

    /** What the rows say of the training as it stands. */
    private record Measurement(RowScores scores, RowDetails details) {
        double loss() {
            return scores.measures().loss();
        }
    }

    /** Returns what the engine needs to know. */
    TrainingPlan plan() {
        return new TrainingPlan(
                trial.genome(),
                trial.seed(),
                rows.trained().length,
                trial.budget().scheduleEpochs());
    }

    /**
     * Trains from the beginning to the end of the budget, or until the loss is no number or patience is exhausted.
     *
     * @throws AbandonedException if the trial is abandoned
     */
    Ran run(Training training, Abandonment abandonment) {
        return run(training, Progress.NONE, abandonment);
    }

    /**
     * Goes on with a trial that differs in its budget alone, to the end of this one's budget.
     *
     * @param training stands where that trial stopped
     * @param from what was measured until then
     * @throws AbandonedException if the trial is abandoned
     */
    Ran run(Training training, Progress from, Abandonment abandonment) {
        Epochs epochs = new Epochs(training, from, abandonment);
        while (epochs.goOn()) {
            if (!epochs.advance()) {
                return epochs.failed("loss is not finite in epoch " + (epochs.curve.size() + 1));
            }
        }
        return epochs.end();
    }

    /** The epochs of one training, and what was measured after them. */
    private final class Epochs {
        private final Training training;
        private final Abandonment abandonment;
        private final Recipe recipe = trial.genome().recipe();
        private final Patience patience = new Patience(plan(), constantLoss());
        private final EarlyStopping stopping = new EarlyStopping(recipe.patience());
        private final Plateau plateau = new Plateau(trial.budget().scheduleEpochs());
        private final List<LearningCurve.Point> curve = new ArrayList<>();
        private @Nullable Measurement last;
        private @Nullable Kept best;
        private boolean isExhausted;

        Epochs(Training training, Progress from, Abandonment abandonment) {
            this.training = training;
            this.abandonment = abandonment;
            from.curve().points().forEach(this::take);
            this.best = from.best();
        }

        boolean goOn() {
            return !isExhausted && curve.size() < trial.budget().epochs();
        }

        /** Trains one more epoch and tells whether its losses are numbers. */
        boolean advance() {
            double trainingLoss = training.advance(rows.order(trial, curve.size() + 1), abandonment);
            last = isValidated() && Double.isFinite(trainingLoss) ? measure(training::predict, abandonment) : null;
            if (!Double.isFinite(trainingLoss) || (last != null && !Double.isFinite(last.loss()))) {
                return false;
            }
            boolean isLowest = take(new LearningCurve.Point(trainingLoss, last == null ? null : (Double) last.loss()));
            if (last != null && isLowest) {
                best = kept(last, collected());
            }
            return true;
        }

        /** Takes the losses of one more epoch and tells whether it is the best one of a training that stops early. */
        private boolean take(LearningCurve.Point point) {
            curve.add(point);
            isExhausted = patience.isExhaustedBy(point.trainingLoss());
            if (recipe.schedule() == Schedule.REDUCE_ON_PLATEAU) {
                training.scaleRates(plateau.factorAfter(point.trainingLoss()));
            }
            Double measured = point.measuredLoss();
            if (measured == null || recipe.patience() == 0) {
                return false;
            }
            boolean isLowest = stopping.isLowest(measured);
            isExhausted |= stopping.isExhausted();
            return isLowest;
        }

        /** Under early stopping it is the best epoch that counts. */
        Ran end() {
            if (best != null) {
                return ran(best);
            }
            Measurement end = last == null ? measureEnd() : last;
            return Double.isFinite(end.loss())
                    ? ran(kept(end, asked))
                    : failed("loss is not finite on the rows it is measured on");
        }

        private Measurement measureEnd() {
            return measure(isValidated() ? training::predict : training::predictByDl4j, abandonment);
        }

        private Kept kept(Measurement measured, Set<Detail> details) {
            return new Kept(measures(measured), details(training, measured, details));
        }

        private Ran ran(Kept kept) {
            return new Ran(new Outcome.Measured(kept.measures(), curve()), kept.details(asked), progress());
        }

        Ran failed(String reason) {
            return new Ran(new Outcome.Failed(Outcome.Cause.NOT_FINITE, reason, curve()), Map.of(), progress());
        }

        private Progress progress() {
            return new Progress(curve(), best);
        }

        private LearningCurve curve() {
            return new LearningCurve(curve);
        }
    }

    /** Whoever goes on may ask for other details of the best epoch, which then is past. */
    private Set<Detail> collected() {
        boolean isPast = trial.genome().recipe().patience() > 0 && PausedTrials.mayGoOn(trial);
        return isPast ? EnumSet.allOf(Detail.class) : asked;
    }

    private Map<Detail, FloatVector> details(Training training, Measurement end, Set<Detail> wanted) {
        Map<Detail, FloatVector> vectors = new EnumMap<>(Detail.class);
        if (wanted.contains(Detail.PARAMETERS)) {
            vectors.put(Detail.PARAMETERS, training.parameters());
        }
        end.details.copyInto(vectors);
        if (wanted.contains(Detail.ROW_WEIGHTS) && RowWeights.of(data.targets()).areUnequal()) {
            vectors.put(Detail.ROW_WEIGHTS, ofRows(RowWeights.of(data.targets())::of));
        }
        if (wanted.contains(Detail.ROW_GROUPS) && data.isGrouped()) {
            vectors.put(Detail.ROW_GROUPS, ofRows(data::group));
        }
        if (wanted.contains(Detail.TARGETS)) {
            vectors.put(Detail.TARGETS, data.targets().match(this::classes, this::values));
        }
        return vectors;
    }

    private FloatVector classes(Targets.Classes classes) {
        return ofRows(row -> classes.labels()[row]);
    }

    private FloatVector values(Targets.Values values) {
        int outputs = data.outputs();
        float[] numbers = new float[Math.multiplyExact(rows.measured().length, outputs)];
        for (int i = 0; i < rows.measured().length; i++) {
            System.arraycopy(values.standardised(), rows.measured()[i] * outputs, numbers, i * outputs, outputs);
        }
        return FloatVector.copyOf(numbers);
    }

    private FloatVector ofRows(IntToDoubleFunction number) {
        float[] numbers = new float[rows.measured().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) number.applyAsDouble(rows.measured()[i]);
        }
        return FloatVector.copyOf(numbers);
    }

    /** The answers are those of the last measurement, which is the end's. */
    private Measures measures(Measurement end) {
        return end.scores.measures().withMetrics(answers.metrics(end.scores.plainLoss()));
    }

    private Loss loss() {
        return TaskLoss.of(trial.genome().recipe().loss(), data.task());
    }

    private boolean isValidated() {
        return trial.fold().isValidated();
    }

    /** As the training loss, each row times its weight, divided by the number of rows. */
    private double constantLoss() {
        RowWeights weights = RowWeights.of(data.targets());
        return Arrays.stream(rows.trained())
                .mapToDouble(row -> weights.of(row) * constant.loss(row))
                .average()
                .orElseThrow();
    }

    private Measurement measure(BiConsumer<int[], Training.Predictions> prediction, Abandonment abandonment) {
        RowDetails kept = new RowDetails(collected(), rows.measured().length, data.outputs());
        RowScores scores = new RowScores(data, constant, loss(), kept);
        answers.clear();
        prediction.accept(rows.measured(), (row, outputs, offset) -> {
            abandonment.check(); // for each row, so that no engine need ask between its passes
            scores.add(row, outputs, offset);
            answers.add(outputs, offset);
        });
        return new Measurement(scores, kept);
    }
}
