package nas.trial;

/** Says that an evaluation was stopped before its set of trials was complete. */
public final class EvaluationStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception. */
    public EvaluationStoppedException() {
        super("the evaluation was stopped");
    }
}
