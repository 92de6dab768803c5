package nas.journal;

import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.numberOrNull;
import static nas.journal.JsonFields.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** Trial results as JSON. Trained parameters are not part of it. */
final class TrialJson {
    private TrialJson() {}

    static void write(TrialResult result, ObjectNode into) {
        Trial trial = result.trial();
        GenomeJson.write(trial.genome(), into);
        into.put("epochs", trial.budget().epochs());
        into.put("seed", trial.seed());
        into.put("fold", trial.fold().word());
        result.outcome()
                .match(measured -> writeMeasured(measured, into), failed -> into.put("failure", failed.reason()));
        into.set("curve", curve(result.outcome().curve()));
        into.put("pruned", result.isPruned());
        into.put("engine", result.effort().engine());
        into.put("worker", result.effort().worker());
        into.put("seconds", result.effort().seconds());
    }

    static TrialResult read(JsonNode node) {
        Trial trial = new Trial(
                GenomeJson.read(node),
                new Budget(integer(node, "epochs")),
                longInteger(node, "seed"),
                Fold.valueOf(text(node, "fold").toUpperCase(Locale.ROOT)));
        Outcome outcome = node.has("failure")
                ? new Outcome.Failed(text(node, "failure"), curve(node.path("curve")))
                : new Outcome.Measured(measures(node.required("measures")), curve(node.required("curve")));
        TrialResult.Effort effort =
                new TrialResult.Effort(text(node, "engine"), text(node, "worker"), number(node, "seconds"));
        return new TrialResult(trial, outcome, effort, null);
    }

    private static ObjectNode writeMeasured(Outcome.Measured measured, ObjectNode into) {
        Measures measures = measured.measures();
        into.putObject("measures")
                .put("loss", measures.loss())
                .put("lossStandardError", measures.lossStandardError())
                .put("constantLoss", measures.constantLoss())
                .put("accuracy", measures.accuracy())
                .put("rmse", measures.rmse());
        return into;
    }

    private static ArrayNode curve(LearningCurve curve) {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        curve.points()
                .forEach(point -> points.addArray().add(point.trainingLoss()).add(point.measuredLoss()));
        return points;
    }

    private static Measures measures(JsonNode node) {
        return new Measures(
                number(node, "loss"),
                number(node, "lossStandardError"),
                number(node, "constantLoss"),
                numberOrNull(node, "accuracy"),
                numberOrNull(node, "rmse"));
    }

    private static LearningCurve curve(JsonNode node) {
        List<LearningCurve.Point> points = new ArrayList<>();
        for (JsonNode point : node) {
            points.add(new LearningCurve.Point(pointValue(point, 0), pointValueOrNull(point, 1)));
        }
        return new LearningCurve(points);
    }

    private static double pointValue(JsonNode point, int index) {
        JsonNode value = point.required(index);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("curve must hold numbers, but holds " + value);
        }
        return value.doubleValue();
    }

    private static @Nullable Double pointValueOrNull(JsonNode point, int index) {
        return point.required(index).isNull() ? null : (Double) pointValue(point, index);
    }
}
