package nas.journal;

import static nas.journal.JsonFields.constant;
import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.longInteger;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.sharedText;
import static nas.journal.JsonFields.text;
import static nas.journal.JsonFields.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** Trials as JSON. */
final class TrialJson {
    private static final String SCHEDULE_EPOCHS = "scheduleEpochs";

    private TrialJson() {}

    static void write(TrialEnded ended, ObjectNode into) {
        write(ended.result(), into);
        if (!ended.sidecars().isEmpty()) {
            ObjectNode sidecars = into.putObject("sidecars");
            ended.sidecars().forEach((detail, checksum) -> sidecars.put(detail.word(), checksum));
        }
        if (ended.reusedFrom() != null) {
            into.put("reusedFrom", ended.reusedFrom());
        }
    }

    static TrialEnded read(JsonNode node) {
        Map<Detail, String> sidecars = new EnumMap<>(Detail.class);
        JsonNode written = node.path("sidecars");
        for (Detail detail : Detail.values()) {
            if (written.has(detail.word())) {
                sidecars.put(detail, text(written, detail.word()));
            }
        }
        return new TrialEnded(result(node), sidecars, textOrNull(node, "reusedFrom"));
    }

    private static void write(TrialResult result, ObjectNode into) {
        Trial trial = result.trial();
        GenomeJson.write(trial.genome(), into);
        write(trial.budget(), into);
        into.put("seed", trial.seed());
        into.put("fold", trial.fold().word());
        result.outcome().match(measured -> writeMeasured(measured, into), failed -> writeFailed(failed, into));
        into.set("curve", curve(result.outcome().curve()));
        into.put("pruned", result.isPruned());
        into.put("engine", result.effort().engine());
        into.put("worker", result.effort().worker());
        into.put("seconds", result.effort().seconds());
    }

    /** The schedule is written only where it goes on beyond the budget. */
    private static void write(Budget budget, ObjectNode into) {
        into.put("epochs", budget.epochs());
        if (budget.scheduleEpochs() > budget.epochs()) {
            into.put(SCHEDULE_EPOCHS, budget.scheduleEpochs());
        }
    }

    private static Budget budget(JsonNode node) {
        int epochs = integer(node, "epochs");
        return new Budget(epochs, node.has(SCHEDULE_EPOCHS) ? integer(node, SCHEDULE_EPOCHS) : epochs);
    }

    private static TrialResult result(JsonNode node) {
        Trial trial =
                new Trial(GenomeJson.read(node), budget(node), longInteger(node, "seed"), Fold.of(text(node, "fold")));
        Outcome outcome = node.has("failure")
                ? failed(node)
                : new Outcome.Measured(MeasuresJson.read(node.required("measures")), curve(node.required("curve")));
        TrialResult.Effort effort =
                new TrialResult.Effort(sharedText(node, "engine"), sharedText(node, "worker"), number(node, "seconds"));
        return new TrialResult(trial, outcome, effort);
    }

    private static ObjectNode writeFailed(Outcome.Failed failed, ObjectNode into) {
        return into.put("failure", failed.reason()).put("cause", failed.cause().word());
    }

    private static Outcome failed(JsonNode node) {
        return new Outcome.Failed(
                constant(Outcome.Cause.class, node, "cause"),
                sharedText(node, "failure"),
                curve(node.required("curve")));
    }

    private static ObjectNode writeMeasured(Outcome.Measured measured, ObjectNode into) {
        MeasuresJson.write(measured.measures(), into.putObject("measures"));
        return into;
    }

    private static ArrayNode curve(LearningCurve curve) {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        curve.points()
                .forEach(point -> points.addArray().add(point.trainingLoss()).add(point.measuredLoss()));
        return points;
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
