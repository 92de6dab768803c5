package nas;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what is wrong with something that a user wrote: a search space, a data file, an option. The message is one line
 * that names what, the rule, the value and, where a file was read, the place as {@code file:line:column}; a search space
 * is told about all at once, in several such lines.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    private final transient List<String> lines;

    /** Makes an exception with a message fit for a user. */
    public InvalidInputException(String message) {
        super(message);
        this.lines = List.of(message);
    }

    /** Makes an exception with a message fit for a user and the failure behind it. */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
        this.lines = List.of(message);
    }

    /** Returns an exception about several things, at least one: the message has a line for each, at most {@value #MOST}. */
    public static InvalidInputException all(List<InvalidInputException> errors) {
        List<String> lines = errors.stream()
                .limit(MOST)
                .map(error -> String.valueOf(error.getMessage()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (errors.size() > MOST) {
            lines.add("... and " + (errors.size() - MOST) + " more");
        }
        return new InvalidInputException(lines);
    }

    private InvalidInputException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    /** Returns the message, a line for each thing that is wrong. */
    public List<String> lines() {
        return lines;
    }

    /** Returns an exception about a place in a file. Lines and columns count from 1. */
    public static InvalidInputException at(String file, long line, long column, String message) {
        return new InvalidInputException(file + ":" + line + ":" + column + ": " + message);
    }
}
