package nas.spec;

import java.util.function.Supplier;
import nas.InvalidInputException;

/**
 * Something wrong in a search space. Thrown while one value is read, caught by the {@link Section} that holds it, so
 * that the rest of the file is read too.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final transient Supplier<String> message;

    /** Makes a problem with a message that begins with the full key. */
    Problem(Place place, String message) {
        this(place, () -> message);
    }

    /** Makes a problem with a message that takes time to make: of many problems only the first are told. */
    Problem(Place place, Supplier<String> message) {
        super(null, null, false, false);
        this.place = place;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message.get();
    }

    /** Returns where it was written. */
    Place place() {
        return place;
    }

    /** Returns the exception that a user sees. */
    InvalidInputException toException() {
        return place.error(getMessage());
    }
}
