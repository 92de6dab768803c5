package nas;

/**
 * Says what is wrong with something that a user wrote: a search space, a data file, an option. The message is one line
 * that names what, the rule, the value and, where a file was read, the place as {@code file:line:column}.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message fit for a user. */
    public InvalidInputException(String message) {
        super(message);
    }

    /** Makes an exception with a message fit for a user and the failure behind it. */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns an exception about a place in a file. Lines and columns count from 1. */
    public static InvalidInputException at(String file, long line, long column, String message) {
        return new InvalidInputException(file + ":" + line + ":" + column + ": " + message);
    }
}
