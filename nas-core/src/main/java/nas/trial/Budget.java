package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a training may cost.
 *
 * @param epochs passes over the training rows, at least 1
 */
public record Budget(int epochs) {
    /** @throws IllegalArgumentException if {@code epochs} is below 1 */
    public Budget {
        checkArgument(epochs >= 1, "epochs must be >= 1, but was %s", epochs);
    }
}
