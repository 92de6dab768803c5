package nas.trial;

/** What a trial can return besides its measures. Each detail is a vector of float32 numbers. */
public enum Detail {
    /** The trained parameters, in DL4J's flat order. */
    PARAMETERS("parameters"),
    /** The loss of each measured row, unweighted whatever its class weighs, the rows in ascending order. */
    ROW_LOSSES("rowLosses"),
    /**
     * What the network says of each measured row: {@code [rows, outputs]}, row-major, the rows in ascending order; class
     * probabilities, or the standardised values.
     */
    PREDICTIONS("predictions");

    private final String word;

    Detail(String word) {
        this.word = word;
    }

    /** Returns the word used in files. */
    public String word() {
        return word;
    }
}
