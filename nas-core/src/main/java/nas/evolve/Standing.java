package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a genome that was tried does so far.
 *
 * @param parameters number of its trainable parameters, at least 1
 * @param rung the highest rung at which it was measured, from 1; 0 where it failed
 * @param excess its mean loss there, less the lowest there, in units of what a ten-fold larger network must win back; may be
 *     negative, infinite where it failed
 * @param objective what is minimised: the excess and the decimal logarithm of the parameters
 */
public record Standing(long parameters, int rung, double excess, double objective) {
    /** @throws IllegalArgumentException if a number is out of range */
    public Standing {
        checkArgument(parameters >= 1, "parameters must be >= 1, but was %s", parameters);
        checkArgument(rung >= 0, "rung must be >= 0, but was %s", rung);
        checkArgument(!Double.isNaN(excess) && !Double.isNaN(objective), "excess and objective must be numbers");
    }

    /** Returns the standing of a genome that failed. */
    public static Standing failed(long parameters) {
        return new Standing(parameters, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Returns the standing of a genome measured at a rung. */
    public static Standing of(long parameters, int rung, double excess) {
        return new Standing(parameters, rung, excess, excess + StrictMath.log10((double) parameters));
    }

    /** Tells whether the genome failed. */
    public boolean isFailed() {
        return rung == 0;
    }
}
