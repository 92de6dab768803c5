package nas.journal;

import static nas.journal.JsonFields.integer;
import static nas.journal.JsonFields.number;
import static nas.journal.JsonFields.numberOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import nas.trial.Measures;

/** Measures as JSON. */
final class MeasuresJson {
    private MeasuresJson() {}

    static void write(Measures measures, ObjectNode into) {
        into.put("loss", measures.loss())
                .put("lossStandardError", measures.lossStandardError())
                .put("constantLoss", measures.constantLoss())
                .put("accuracy", measures.accuracy())
                .put("rmse", measures.rmse());
        if (measures.rows() > 0) {
            into.put("rows", measures.rows());
        }
        if (!measures.metrics().isEmpty()) {
            ObjectNode metrics = into.putObject("metrics");
            measures.metrics().forEach(metrics::put);
        }
    }

    static Measures read(JsonNode node) {
        return new Measures(
                number(node, "loss"),
                number(node, "lossStandardError"),
                number(node, "constantLoss"),
                numberOrNull(node, "accuracy"),
                numberOrNull(node, "rmse"),
                node.has("rows") ? integer(node, "rows") : 0,
                metrics(node.path("metrics")));
    }

    private static Map<String, Double> metrics(JsonNode node) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(key -> metrics.put(key, number(node, key)));
        return metrics;
    }
}
