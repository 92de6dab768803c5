package nas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import nas.journal.RunHistory;

/** How finalists learnt. */
final class CurvesJson {
    private CurvesJson() {}

    static ArrayNode of(RunHistory history) {
        ArrayNode curves = JsonNodeFactory.instance.arrayNode();
        FinalistCurve.of(history).forEach(curve -> {
            var node = curves.addObject()
                    .put("key", curve.genome().key())
                    .put("label", curve.genome().architecture().label())
                    .put("trainings", curve.trainings());
            write(curve.training(), node.putArray("training"));
            write(curve.validation(), node.putArray("validation"));
        });
        return curves;
    }

    /** No number becomes {@code null}. */
    private static void write(List<Double> losses, ArrayNode into) {
        losses.forEach(loss -> into.add(loss.isNaN() ? null : (Double) Rounded.of(loss)));
    }
}
