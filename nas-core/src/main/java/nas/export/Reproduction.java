package nas.export;

import java.util.Optional;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.Measures;
import nas.trial.TrialResult;

/**
 * A winner's training done once more, compared with what was saved and recorded.
 *
 * @param verdict what came of it
 * @param parameters how many numbers the network is made of
 * @param unequalParameters how many of them have other bits
 * @param largestDifference the largest difference between two of them
 * @param recorded what was measured then
 * @param measured what was measured now; empty if it failed
 */
public record Reproduction(
        Verdict verdict,
        int parameters,
        int unequalParameters,
        double largestDifference,
        Measures recorded,
        Optional<Measures> measured) {
    /** A loss that differs by less, as a share, may do so by rounding alone, whatever its standard error. */
    private static final double LEAST_SHARE = 1e-3;

    /** What a comparison comes to. */
    public enum Verdict {
        /** All parameters and all measures have the same bits. */
        IDENTICAL,
        /**
         * Products were computed with other kernels, which round differently, and the loss differs by no more than its standard
         * error, or by a thousandth.
         */
        WITHIN_ROUNDING,
        /** Something else has changed. */
        DIFFERENT
    }

    /**
     * Compares a training with what was saved and recorded.
     *
     * @param saved the parameters that were saved
     * @param recorded the training that the journal tells of
     * @param again the same trial, trained now, with its {@link Detail#PARAMETERS}
     * @param areKernelsEqual whether products were computed with the same kernels
     */
    public static Reproduction of(FloatVector saved, TrialResult recorded, TrialResult again, boolean areKernelsEqual) {
        Measures then = recorded.measures().orElseThrow();
        Optional<Measures> now = again.measures();
        float[] before = saved.toArray();
        float[] after =
                again.detail(Detail.PARAMETERS).map(FloatVector::toArray).orElse(new float[0]);
        int unequal = unequal(before, after);
        boolean isIdentical = unequal == 0 && now.filter(then::equals).isPresent();
        boolean isRounded = !areKernelsEqual
                && before.length == after.length
                && now.filter(measures -> isClose(then, measures)).isPresent();
        Verdict verdict = isIdentical ? Verdict.IDENTICAL : isRounded ? Verdict.WITHIN_ROUNDING : Verdict.DIFFERENT;
        return new Reproduction(verdict, before.length, unequal, largest(before, after), then, now);
    }

    private static int unequal(float[] before, float[] after) {
        int unequal = Math.abs(before.length - after.length);
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            unequal += Float.floatToRawIntBits(before[i]) == Float.floatToRawIntBits(after[i]) ? 0 : 1;
        }
        return unequal;
    }

    private static double largest(float[] before, float[] after) {
        double largest = 0;
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            largest = Math.max(largest, Math.abs((double) before[i] - after[i]));
        }
        return largest;
    }

    private static boolean isClose(Measures then, Measures now) {
        double allowed = Math.max(then.lossStandardError(), LEAST_SHARE * Math.abs(then.loss()));
        return then.rows() == now.rows() && Math.abs(then.loss() - now.loss()) <= allowed;
    }
}
