package nas.train;

/** Leads out of a training that is not wanted any more. Not a failure of the trial, which has no outcome. */
final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbandonedException() {
        super("the training was abandoned");
    }
}
