package nas.data.generate;

import java.util.SplittableRandom;
import nas.Seeds;

/** Random numbers of a seed, exactly the same on every platform: only StrictMath, and bits of our own scaling. */
final class Draws {
    private static final double UNIT = 0x1.0p-53;
    private static final int UNUSED_BITS = 11;

    private final SplittableRandom random;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    /** Returns the numbers of a data set's seed, a constant. */
    static Draws of(String name) {
        return new Draws(new SplittableRandom(Seeds.derive(1, "generated", name)));
    }

    /** Returns a number drawn uniformly from [0, 1). */
    double uniform() {
        return (random.nextLong() >>> UNUSED_BITS) * UNIT;
    }

    /**
     * Returns a number drawn from the normal distribution of mean 0 and deviation 1 (Box & Muller 1958, "A note on the
     * generation of random normal deviates", doi:10.1214/aoms/1177706645; the sine of the pair is not used, so that each
     * number takes two draws).
     */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }
}
