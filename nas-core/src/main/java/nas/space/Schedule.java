package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/** How the learning rate changes over a training, as a factor of the recipe's rate. */
public enum Schedule {
    /** The same for every step. */
    CONSTANT,
    /** A tenth from half of the steps on, a hundredth from three quarters on (He et al. 2016, arXiv 1512.03385). */
    STEP,
    /** Falls evenly on a log scale, towards a hundredth at the end. */
    EXPONENTIAL,
    /** Falls along half a cosine towards 0 (Loshchilov & Hutter 2017, arXiv 1608.03983, without restarts). */
    COSINE,
    /**
     * Rises from 1/25 to 1 over the first 30 % of the steps, then falls towards 1/250,000, both along half a cosine
     * (Smith & Topin 2018, arXiv 1708.07120). Momentum stays as it is.
     */
    ONE_CYCLE,
    /** Falls whenever the training loss has not become lower for some epochs; how far depends on the training. */
    REDUCE_ON_PLATEAU;

    private static final double STEP_FACTOR = 0.1;
    private static final double LOG_EXPONENTIAL_END = StrictMath.log(0.01);
    private static final double CYCLE_BEGIN = 1.0 / 25;
    private static final double CYCLE_END = CYCLE_BEGIN / 10_000;
    private static final double CYCLE_RISE = 0.3;

    /** Returns the word used in files and in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the factor for one step, as far as it is known before the training: 1 for {@link #REDUCE_ON_PLATEAU}. The
     * same on every platform.
     *
     * @param step number of the step, from 0
     * @param steps number of steps that the schedule spans, at least 1
     * @throws IllegalArgumentException if {@code step} is not one of them
     */
    public double factor(long step, long steps) {
        checkArgument(step >= 0 && step < steps, "step must be >= 0 and < %s, but was %s", steps, step);
        double done = (double) step / steps;
        return switch (this) {
            case CONSTANT, REDUCE_ON_PLATEAU -> 1;
            case STEP -> done < 0.5 ? 1 : done < 0.75 ? STEP_FACTOR : STEP_FACTOR * STEP_FACTOR;
            case EXPONENTIAL -> StrictMath.exp(done * LOG_EXPONENTIAL_END);
            case COSINE -> cosine(1, 0, done);
            case ONE_CYCLE ->
                done < CYCLE_RISE
                        ? cosine(CYCLE_BEGIN, 1, done / CYCLE_RISE)
                        : cosine(1, CYCLE_END, (done - CYCLE_RISE) / (1 - CYCLE_RISE));
        };
    }

    private static double cosine(double from, double to, double done) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * done)) / 2;
    }
}
