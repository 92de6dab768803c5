package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import nas.trial.LossScale;

/** Says which genome is good enough to be the answer. */
public sealed interface WinnerRule {
    /** Returns the loss by which the winner may be worse than the reference, where losses have a standard error. */
    double tolerance(LossScale scale, double standardError);

    /** Returns the rule in a few words. */
    String text();

    /**
     * The smallest genome whose loss is within a share of what there is to learn, or within the standard error of the
     * losses where that is more, but never more than the larger of a tenth and that share (Breiman et al. 1984,
     * "Classification and Regression Trees", take the standard error alone).
     *
     * @param share the share, above 0 and below 1
     */
    record Within(double share) implements WinnerRule {
        /** @throws IllegalArgumentException if {@code share} is not within (0, 1) */
        public Within {
            checkArgument(share > 0 && share < 1, "within must be > 0% and < 100%, but was %s", share);
        }

        @Override
        public double tolerance(LossScale scale, double standardError) {
            return scale.tolerance(share, standardError);
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "smallest within %s%%", percent());
        }

        private String percent() {
            double percent = Math.round(share * 1e6) / 1e4;
            return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
        }
    }
}
