package nas.train.blas;

/**
 * Subnormal numbers slow the processor down several times. Adding a small number and subtracting it again turns all that
 * is much smaller into 0, without a branch, and leaves what is much larger as it is.
 */
final class Subnormals {
    /** For values whose like is around 1: what is below about 1e-27 becomes 0. */
    static final float FLUSH = 1e-20f;
    /** For squares of such values: what is below about 1e-31 becomes 0. */
    static final float FLUSH_SQUARE = 1e-24f;

    private Subnormals() {}
}
