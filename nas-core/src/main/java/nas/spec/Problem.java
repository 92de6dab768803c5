package nas.spec;

import nas.InvalidInputException;

/**
 * Something wrong in a search space. Thrown while one value is read, caught by the {@link Section} that holds it, so
 * that the rest of the file is read too.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /** Makes a problem with a message that begins with the full key. */
    Problem(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    /** Returns where it was written. */
    Place place() {
        return place;
    }

    /** Returns the exception that a user sees. */
    InvalidInputException toException() {
        return place.error(String.valueOf(getMessage()));
    }
}
