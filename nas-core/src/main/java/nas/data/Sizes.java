package nas.data;

import nas.InvalidInputException;

/** Guards what must fit one array. */
public final class Sizes {
    /** The longest array that every JVM can make. */
    public static final int MAX_VALUES = Integer.MAX_VALUE - 8;

    private Sizes() {}

    /** Returns {@code rows * inputs}. */
    public static int features(String name, long rows, long inputs) {
        if (rows > MAX_VALUES / inputs) {
            throw new InvalidInputException(name + " must have at most " + MAX_VALUES
                    + " values (rows times inputs), but has at least " + rows + " rows of " + inputs + " inputs");
        }
        return (int) (rows * inputs);
    }
}
