package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Standard errors of losses.
 *
 * @param pooled SEpool, one number for all genomes: the median of the standard errors of what is compared, since a genome's
 *     own would reward noisy genomes
 * @param reference that of the reference's mean loss
 */
public record Noise(double pooled, double reference) {
    /** No noise. */
    public static final Noise NONE = new Noise(0, 0);

    /** @throws IllegalArgumentException if a number is negative or not finite */
    public Noise {
        check("pooled", pooled);
        check("reference", reference);
    }

    private static void check(String name, double error) {
        checkArgument(Double.isFinite(error) && error >= 0, "%s must be finite and >= 0, but was %s", name, error);
    }
}
