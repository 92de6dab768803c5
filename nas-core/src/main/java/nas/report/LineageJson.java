package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunHistory;
import nas.select.Assessed;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Selection;
import nas.trial.LossScale;

/** How the winner came about: bred in the search, then made smaller step by step. */
final class LineageJson {
    private LineageJson() {}

    static ArrayNode of(RunHistory history) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        Optional<LossScale> scale = history.selection().map(Selection::scale);
        Ancestry.ofWinner(history)
                .steps()
                .forEach(step -> write(step, history, steps.addObject())
                        .put(
                                "gain",
                                scale.flatMap(found -> gained(step, found, history))
                                        .map(Rounded::of)
                                        .orElse(null)));
        history.concluded().flatMap(Concluded::descent).map(DescentResult::moves).stream()
                .flatMap(moves -> moves.stream())
                .forEach(move -> write(move, steps.addObject()));
        return steps;
    }

    private static ObjectNode write(Ancestry.Step step, RunHistory history, ObjectNode into) {
        int inputs = history.header().data().inputs();
        int outputs = history.header().data().outputs();
        return into.put("label", step.genome().architecture().label())
                .put("parameters", step.genome().parameters(inputs, outputs))
                .put("generation", step.generation())
                .put("how", String.join(", ", step.operators()))
                .put("epochs", step.gain().map(Ancestry.Gain::epochs).orElse(null))
                .put(
                        "lossBefore",
                        step.gain()
                                .map(gain -> Rounded.of(gain.parent().loss()))
                                .orElse(null))
                .put(
                        "lossAfter",
                        step.gain().map(gain -> Rounded.of(gain.child().loss())).orElse(null));
    }

    /** On the scale of the search, whose reference belongs to the highest rung; at lower ones it shifts both alike. */
    private static Optional<Double> gained(Ancestry.Step step, LossScale scale, RunHistory history) {
        double perDecade = history.header().aim().perDecade();
        return step.gain()
                .map(gain -> objective(scale, gain.parent(), perDecade) - objective(scale, gain.child(), perDecade));
    }

    private static double objective(LossScale scale, Assessed assessed, double perDecade) {
        return scale.objective(assessed.loss(), assessed.parameters(), perDecade);
    }

    private static void write(DescentMove move, ObjectNode into) {
        into.put("label", move.to().genome().architecture().label())
                .put("parameters", move.to().parameters())
                .putNull("generation")
                .put("how", move.to().kind())
                .putNull("epochs")
                .putNull("lossBefore")
                .putNull("lossAfter")
                .putNull("gain");
    }
}
