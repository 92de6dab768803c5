package nas.trial;

/**
 * A trial to be run, and what is to come back besides its measures.
 *
 * @param trial what to train and measure
 * @param keepsParameters whether the trained parameters are to be returned
 */
public record TrialRequest(Trial trial, boolean keepsParameters) {
    /** Returns a request for the measures alone. */
    public static TrialRequest measuring(Trial trial) {
        return new TrialRequest(trial, false);
    }

    /** Returns a request for the measures and the trained parameters. */
    public static TrialRequest keeping(Trial trial) {
        return new TrialRequest(trial, true);
    }
}
