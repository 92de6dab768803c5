package nas.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nas.run.FakeEvaluator;
import nas.trial.Detail;
import nas.trial.Evaluator;
import nas.trial.FloatVector;
import nas.trial.Fold;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * Answers trials with a formula, and says of seven test rows what is right and what the network says. Of several classes each
 * network knows all but the last, which it takes for the one before; of a number it says half.
 *
 * @param outputs how many classes; 1 for a number
 */
record TestRows(int outputs) implements Evaluator {
    private static final int ROWS = 7;

    @Override
    public void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult) {
        requests.forEach(request -> onResult.accept(answered(request)));
    }

    private TrialResult answered(TrialRequest request) {
        TrialResult result = FakeEvaluator.result(request, FakeEvaluator::formula);
        if (!request.trial().fold().equals(Fold.TEST)) {
            return result;
        }
        Map<Detail, FloatVector> details = new EnumMap<>(result.details());
        details.put(Detail.TARGETS, FloatVector.copyOf(right()));
        details.put(Detail.PREDICTIONS, FloatVector.copyOf(said()));
        return new TrialResult(result.trial(), result.outcome(), result.effort(), details);
    }

    private float[] right() {
        float[] right = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            right[row] = outputs == 1 ? row : row % outputs;
        }
        return right;
    }

    private float[] said() {
        float[] said = new float[ROWS * outputs];
        for (int row = 0; row < ROWS; row++) {
            if (outputs == 1) {
                said[row] = row / 2f;
            } else {
                said[row * outputs + Math.min(row % outputs, outputs - 2)] = 1;
            }
        }
        return said;
    }

    @Override
    public void stop() {}
}
