package nas.train;

import java.io.Closeable;
import nas.trial.FloatVector;

/**
 * One training under way, advanced by whole epochs. Made, advanced and closed on one thread. What it holds after an
 * epoch is a pure function of data, plan, engine and the epochs' rows.
 */
interface Training extends Closeable {
    /** Returns the number of epochs that are done. */
    int epochs();

    /**
     * Trains one more epoch, which nobody abandons.
     *
     * @see #advance(int[], Abandonment)
     */
    default double advance(int[] order) {
        return advance(order, Abandonment.NEVER);
    }

    /**
     * Trains one more epoch.
     *
     * @param order the rows to train on, as indices into the data set, in the order in which batches take them
     * @param abandonment asked before each batch
     * @return mean loss of the rows as they were trained on, dropout included, regularisation not; once it is not
     *     finite, the epoch ends at once and the training is of no more use
     * @throws IllegalArgumentException if there are not as many rows as planned, or the schedule spans no more epochs
     * @throws AbandonedException if the training is abandoned, which then is of no more use
     */
    double advance(int[] order, Abandonment abandonment);

    /**
     * Multiplies the planned rates of all steps to come by a factor, which is 1 in the beginning. It is no part of the
     * {@link #state()}.
     *
     * @throws IllegalStateException if the plan's rate is constant
     */
    void scaleRates(double factor);

    /**
     * Hands over what the network says of rows, without dropout.
     *
     * @param rows indices into the data set
     */
    void predict(int[] rows, Predictions predictions);

    /** Hands over what DL4J's own forward pass says of rows, with the parameters as they stand. */
    void predictByDl4j(int[] rows, Predictions predictions);

    /** Returns the parameters as they stand. */
    FloatVector parameters();

    /** Returns all that is needed to go on later, in another training of the same plan, as if there had been no break. */
    TrainingState state();

    @Override
    void close();

    /** Takes what a network says. */
    @FunctionalInterface
    interface Predictions {
        /**
         * Takes one row's outputs. What it throws ends the prediction.
         *
         * @param row index into the data set
         * @param outputs {@code [rows, outputs]}, row-major; used again after this call
         * @param offset where this row's outputs begin
         */
        void accept(int row, float[] outputs, int offset);
    }
}
