package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * What a training may cost, and which part of its learning-rate schedule that is.
 *
 * @param epochs passes over the training rows, at least 1
 * @param scheduleEpochs epochs that the schedule spans, of which these are the first; at least {@code epochs}
 */
public record Budget(int epochs, int scheduleEpochs) {
    /** @throws IllegalArgumentException if {@code epochs} is below 1 or above {@code scheduleEpochs} */
    public Budget {
        checkArgument(epochs >= 1, "epochs must be >= 1, but was %s", epochs);
        checkArgument(
                scheduleEpochs >= epochs,
                "schedule must span at least %s epochs, but spans %s",
                epochs,
                scheduleEpochs);
    }

    /** A budget for the whole of a schedule. */
    public Budget(int epochs) {
        this(epochs, epochs);
    }
}
