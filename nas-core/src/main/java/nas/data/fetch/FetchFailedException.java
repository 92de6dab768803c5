package nas.data.fetch;

/** Says in one line why a published data set is not at hand, and what a user can do about it. */
public final class FetchFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message fit for a user. */
    public FetchFailedException(String message) {
        super(message);
    }

    /** Makes an exception with a message fit for a user and the failure behind it. */
    public FetchFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
