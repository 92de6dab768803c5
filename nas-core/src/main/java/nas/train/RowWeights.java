package nas.train;

import com.google.common.primitives.Doubles;
import nas.data.Targets;

/** How much each row counts: as much as its class does, or 1. */
@SuppressWarnings("ArrayRecordComponent") // The labels are the data set's own.
record RowWeights(int[] labels, double[] byClass) {
    private static final RowWeights EQUAL = new RowWeights(new int[0], new double[0]);

    static RowWeights of(Targets targets) {
        return targets.match(
                classes -> classes.isWeighted()
                        ? new RowWeights(classes.labels(), Doubles.toArray(classes.weights()))
                        : EQUAL,
                values -> EQUAL);
    }

    /** Tells whether some row counts more than another. */
    boolean areUnequal() {
        return byClass.length > 0;
    }

    /** Returns the weight of a row of the data set. */
    double of(int row) {
        return byClass.length == 0 ? 1 : byClass[labels[row]];
    }
}
