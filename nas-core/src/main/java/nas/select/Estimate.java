package nas.select;

/**
 * How far a genome is from being good enough: above 0 it is not.
 *
 * @param value the estimate
 * @param error its standard error by repeated measurement
 * @param degrees degrees of freedom of that; 0 where they are many
 * @param leastError its standard error by the number of rows, of many degrees of freedom; the larger one counts
 */
record Estimate(double value, double error, int degrees, double leastError) {
    /** What is sure. */
    static final double CONFIDENCE = 0.95;

    /** So many standard errors are not asked for again, though more blocks are looked at. */
    private static final double FAR = 3;

    /** An estimate whose standard error is well known. */
    Estimate(double value, double standardError) {
        this(value, standardError, 0, 0);
    }

    double standardError() {
        return Math.max(error, leastError);
    }

    /** Tells whether the estimate as such is good enough. */
    boolean isGood() {
        return value <= 0;
    }

    /** Tells whether it is good enough with some confidence, from 0.5 on. */
    boolean isSurelyGood(double confidence) {
        return value + margin(confidence) <= 0;
    }

    /** Tells whether it is good enough with 95 % confidence. */
    boolean isSurelyGood() {
        return bound() <= 0;
    }

    /** Tells whether it is not good enough with 95 % confidence. */
    boolean isSurelyBad() {
        return value - margin(CONFIDENCE) > 0;
    }

    /** Tells whether it is good enough by three standard errors. */
    boolean isFarGood() {
        return value + FAR * standardError() <= 0;
    }

    /** Tells whether it is not good enough by three standard errors. */
    boolean isFarBad() {
        return value - FAR * standardError() > 0;
    }

    /** Returns what it does not exceed with 95 % confidence. */
    double bound() {
        return value + margin(CONFIDENCE);
    }

    private double margin(double confidence) {
        double normal = Quantile.normal(confidence);
        double quantile = degrees == 0 ? normal : Quantile.student(confidence, degrees);
        return Math.max(quantile * error, normal * leastError);
    }
}
