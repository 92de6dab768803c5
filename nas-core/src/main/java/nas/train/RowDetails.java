package nas.train;

import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nas.trial.Detail;
import nas.trial.FloatVector;

/** What is asked for of each measured row, in the order in which rows come. What is not asked for takes no memory. */
final class RowDetails {
    private final Map<Detail, FloatBuffer> kept = new EnumMap<>(Detail.class);

    /**
     * Begins with no rows.
     *
     * @param asked what to keep, of what a network says of rows: {@link Detail#ROW_LOSSES}, {@link Detail#ROW_ERRORS} and
     *     {@link Detail#PREDICTIONS}; others are ignored
     * @param rows how many are to come
     * @param outputs of each row
     */
    RowDetails(Set<Detail> asked, int rows, int outputs) {
        for (Detail detail : List.of(Detail.ROW_LOSSES, Detail.ROW_ERRORS)) {
            if (asked.contains(detail)) {
                kept.put(detail, FloatBuffer.allocate(rows));
            }
        }
        if (asked.contains(Detail.PREDICTIONS)) {
            kept.put(Detail.PREDICTIONS, FloatBuffer.allocate(Math.multiplyExact(rows, outputs)));
        }
    }

    /** Returns details that keep nothing. */
    static RowDetails none() {
        return new RowDetails(Set.of(), 0, 0);
    }

    /** Tells whether a detail is kept. */
    boolean keeps(Detail detail) {
        return kept.containsKey(detail);
    }

    /** Adds the next number of a detail, if it is kept. */
    void add(Detail detail, double value) {
        FloatBuffer values = kept.get(detail);
        if (values != null) {
            values.put((float) value);
        }
    }

    /** Copies what was kept into a map. */
    void copyInto(Map<Detail, FloatVector> details) {
        kept.forEach((detail, values) -> details.put(detail, FloatVector.copyOf(values.array())));
    }
}
