package nas.trial;

/**
 * What a trial can return besides its measures. Each detail is a vector of float32 numbers. What the data cannot give is not
 * returned, whoever asks.
 */
public enum Detail {
    /** The trained parameters, in DL4J's flat order. */
    PARAMETERS("parameters"),
    /** The loss of each measured row, unweighted whatever its class weighs, the rows in ascending order. */
    ROW_LOSSES("rowLosses"),
    /**
     * How wrong each measured row is, unweighted, the rows in ascending order: 1 where the most probable class is not the
     * row's, else 0; or the squared error in the target's own unit, averaged over the outputs.
     */
    ROW_ERRORS("rowErrors"),
    /** How much each measured row counts, the rows in ascending order. Only where classes have weights. */
    ROW_WEIGHTS("rowWeights"),
    /**
     * The number of each measured row's group, the rows in ascending order; the same in all folds of the data. Only where
     * rows belong to groups.
     */
    ROW_GROUPS("rowGroups"),
    /**
     * What the network says of each measured row: {@code [rows, outputs]}, row-major, the rows in ascending order; class
     * probabilities, or the standardised values.
     */
    PREDICTIONS("predictions"),
    /**
     * What each measured row is: {@code [rows]}, the index of its class; or {@code [rows, outputs]}, row-major, its standardised
     * values. The rows in ascending order.
     */
    TARGETS("targets");

    private final String word;

    Detail(String word) {
        this.word = word;
    }

    /** Returns the word used in files. */
    public String word() {
        return word;
    }
}
