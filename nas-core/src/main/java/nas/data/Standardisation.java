package nas.data;

/**
 * Centres and scales a number: {@code (raw - mean) / deviation}.
 *
 * @param mean the mean over the training rows
 * @param deviation the population standard deviation over the training rows, or 1 where it is zero
 */
public record Standardisation(double mean, double deviation) {
    /** Leaves numbers as they are. */
    public static final Standardisation NONE = new Standardisation(0, 1);

    /** @throws IllegalArgumentException if {@code mean} is not finite, or {@code deviation} is not finite and positive */
    public Standardisation {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean must be finite, but was " + mean);
        }
        if (!Double.isFinite(deviation) || deviation <= 0) {
            throw new IllegalArgumentException("deviation must be finite and > 0, but was " + deviation);
        }
    }

    /** Returns the standardised form of a raw number, computed in double and rounded once. */
    public float apply(double raw) {
        return (float) ((raw - mean) / deviation);
    }

    /** Returns the raw number that a standardised one stands for. */
    public double invert(double standardised) {
        return standardised * deviation + mean;
    }
}
