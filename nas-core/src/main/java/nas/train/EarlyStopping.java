package nas.train;

/**
 * Ends a training whose validation loss no longer falls, and tells which epoch is its best (Prechelt 1998, "Early Stopping -
 * But When?", doi 10.1007/3-540-49430-8_3: criterion UP with strips of one epoch, counted from the best one).
 */
final class EarlyStopping {
    private final int patience;
    private double lowest = Double.POSITIVE_INFINITY;
    private int epochsSince;

    /** @param patience number of epochs without a lower loss that end a training; 0 for never */
    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Takes the validation loss of one more epoch and tells whether it is the lowest so far. */
    boolean isLowest(double loss) {
        if (loss < lowest) {
            lowest = loss;
            epochsSince = 0;
            return true;
        }
        epochsSince++;
        return false;
    }

    /** Tells whether patience is at its end. */
    boolean isExhausted() {
        return patience > 0 && epochsSince >= patience;
    }
}
