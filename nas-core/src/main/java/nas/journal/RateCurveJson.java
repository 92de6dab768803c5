package nas.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Streams;
import nas.trial.RateCurve;

/** Learning-rate range tests as JSON: the genome, and {@code [rate, loss]} for each step. */
final class RateCurveJson {
    private static final String POINTS = "points";

    private RateCurveJson() {}

    static void write(RateCurve test, ObjectNode into) {
        GenomeJson.write(test.genome(), into);
        ArrayNode points = into.putArray(POINTS);
        test.points().forEach(point -> points.addArray().add(point.rate()).add(point.loss()));
    }

    /** @throws IllegalArgumentException if a field is missing or out of range */
    static RateCurve read(JsonNode node) {
        return new RateCurve(
                GenomeJson.read(node),
                Streams.stream(node.required(POINTS)).map(RateCurveJson::point).toList());
    }

    private static RateCurve.Point point(JsonNode point) {
        return new RateCurve.Point(number(point.required(0)), number(point.required(1)));
    }

    private static double number(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException(POINTS + " must hold numbers, but holds " + value);
        }
        return value.doubleValue();
    }
}
