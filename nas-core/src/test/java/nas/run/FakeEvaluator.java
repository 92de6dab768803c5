package nas.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.trial.Evaluator;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Parameters;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Answers trials with a formula on the genome; whole searches run in milliseconds. */
final class FakeEvaluator implements Evaluator {
    private final ToDoubleFunction<Trial> loss;
    private final Random order;
    private final List<Trial> evaluated = new ArrayList<>();

    /** Results are handed over in an order drawn from the seed; a loss that is not finite is a failure. */
    FakeEvaluator(long orderSeed, ToDoubleFunction<Trial> loss) {
        this.order = new Random(orderSeed);
        this.loss = loss;
    }

    /** The more units and layers, the lower the loss, with ever smaller gains; tanh is a little better. */
    static double formula(Genome genome) {
        Architecture architecture = genome.architecture();
        double capacity = 1;
        for (HiddenLayer layer : architecture.layers()) {
            capacity += Math.log(layer.units()) * (1 - layer.dropout())
                    + layer.activation().word().length() / 100.0;
        }
        return 0.3 + 0.7 / capacity;
    }

    static FakeEvaluator ofFormula() {
        return new FakeEvaluator(0, trial -> formula(trial.genome()));
    }

    @Override
    public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
        List<TrialRequest> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, order);
        shuffled.forEach(request -> onResult.accept(run(request)));
    }

    /** Returns all trials so far, in the order of their results. */
    List<Trial> evaluated() {
        return Collections.unmodifiableList(evaluated);
    }

    private TrialResult run(TrialRequest request) {
        evaluated.add(request.trial());
        double value = loss.applyAsDouble(request.trial());
        TrialResult.Effort effort = new TrialResult.Effort("fake", "worker", 0);
        if (!Double.isFinite(value)) {
            return new TrialResult(request.trial(), new Outcome.Failed("loss is not finite"), effort, null);
        }
        Parameters parameters = request.keepsParameters()
                ? Parameters.copyOf(new float[] {(float) request.trial().seed()})
                : null;
        Measures measures = new Measures(value, 0, 1, 1 - value, null);
        LearningCurve curve = new LearningCurve(
                Collections.nCopies(request.trial().budget().epochs(), new LearningCurve.Point(value, value)));
        return new TrialResult(request.trial(), new Outcome.Measured(measures, curve), effort, parameters);
    }
}
