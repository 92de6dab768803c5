package nas.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.trial.Detail;
import nas.trial.EvaluationStoppedException;
import nas.trial.Evaluator;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Answers trials with a formula on the genome; whole searches run in milliseconds. */
public final class FakeEvaluator implements Evaluator {
    private final ToDoubleFunction<Trial> loss;
    private final Random order;
    private final List<Trial> evaluated = new ArrayList<>();
    private int stopsAfter = Integer.MAX_VALUE;

    /** Results are handed over in an order drawn from the seed; a loss that is not finite is a failure. */
    public FakeEvaluator(long orderSeed, ToDoubleFunction<Trial> loss) {
        this.order = new Random(orderSeed);
        this.loss = loss;
    }

    /** The more units and layers, the lower the loss, with ever smaller gains; tanh is a little better. */
    public static double formula(Genome genome) {
        Architecture architecture = genome.architecture();
        double capacity = 1;
        for (HiddenLayer layer : architecture.layers()) {
            capacity += Math.log(layer.units()) * (1 - layer.dropout())
                    + layer.activation().word().length() / 100.0;
        }
        return 0.3 + 0.7 / capacity;
    }

    /** Returns the formula of the trial's genome; in later folds the loss is a little higher. */
    public static double formula(Trial trial) {
        return formula(trial.genome()) + 0.01 * trial.fold().number();
    }

    /** Returns the formula of the trial, but for one genome in eight, which fails; with folds, in one of them alone. */
    static double formulaOrFailure(Trial trial) {
        String key = trial.genome().key();
        Fold fold = trial.fold();
        boolean fails = "01".indexOf(key.charAt(0)) >= 0
                && (fold.count() == 0 || fold.number() == 1 + key.charAt(1) % fold.count());
        return fails ? Double.NaN : formula(trial);
    }

    public static FakeEvaluator ofFormula() {
        return new FakeEvaluator(0, FakeEvaluator::formula);
    }

    @Override
    public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
        List<TrialRequest> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, order);
        for (TrialRequest request : shuffled) {
            if (evaluated.size() >= stopsAfter) {
                throw new EvaluationStoppedException();
            }
            evaluated.add(request.trial());
            onResult.accept(result(request, loss));
        }
    }

    @Override
    public void stop() {
        stopsAfter = 0;
    }

    /** Stops after so many trials. */
    public FakeEvaluator stoppingAfter(int trials) {
        stopsAfter = trials;
        return this;
    }

    /** Returns all trials so far, in the order of their results. */
    List<Trial> evaluated() {
        return Collections.unmodifiableList(evaluated);
    }

    /** Returns what a formula makes of a trial; a loss that is not finite is a failure. */
    public static TrialResult result(TrialRequest request, ToDoubleFunction<Trial> loss) {
        double value = loss.applyAsDouble(request.trial());
        TrialResult.Effort effort =
                new TrialResult.Effort("fake", Thread.currentThread().getName(), 0);
        if (!Double.isFinite(value)) {
            Outcome failed = new Outcome.Failed(Outcome.Cause.NOT_FINITE, "loss is not finite");
            return new TrialResult(request.trial(), failed, effort);
        }
        Map<Detail, FloatVector> details = new EnumMap<>(Detail.class);
        int rows = 7 + request.trial().fold().number();
        request.details().forEach(detail -> details.put(detail, detail(detail, request.trial(), value, rows)));
        Measures measures = new Measures(value, 0, 1, 1 - value, null, rows, Map.of(Measures.LOG_LOSS, value));
        LearningCurve curve = new LearningCurve(
                Collections.nCopies(request.trial().budget().epochs(), new LearningCurve.Point(value, value)));
        return new TrialResult(request.trial(), new Outcome.Measured(measures, curve), effort, details);
    }

    /** Rows differ alike for all genomes, so that what differs between two genomes is their formula. */
    private static FloatVector detail(Detail detail, Trial trial, double value, int rows) {
        float[] values = new float[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = switch (detail) {
                case ROW_LOSSES -> (float) (value + (2 * row < rows - 1 ? 0.1 : 2 * row > rows - 1 ? -0.1 : 0));
                case ROW_WEIGHTS -> 1;
                case ROW_GROUPS, ROW_ERRORS, TARGETS -> row % 2;
                case PARAMETERS, PREDICTIONS -> trial.seed() + row;
            };
        }
        return FloatVector.copyOf(values);
    }
}
