package nas.report.importance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Which choices matter, and how: the share of the variance over all combinations that each factor has by itself, and each two
 * of them have together, by a random forest.
 *
 * @param observations how many observations it was drawn from
 * @param fit R² of the forest on observations that a tree was not grown from; at 0 or below it knows nothing, and neither do
 *     the shares
 * @param effects what matters, the most first
 * @param marginals for each factor, in the order given, the mean response for each of its levels
 */
public record Importance(int observations, double fit, List<Effect> effects, List<Marginal> marginals) {
    /** Of fewer observations nothing is said. */
    public static final int LEAST_OBSERVATIONS = 50;

    /** Copies the lists. */
    public Importance {
        effects = ImmutableList.copyOf(effects);
        marginals = ImmutableList.copyOf(marginals);
    }

    /**
     * A number with an interval that holds 80 % of the trees.
     *
     * @param mean mean over the trees
     * @param low their lowest tenth ends here
     * @param high their highest tenth begins here
     */
    public record Range(double mean, double low, double high) {}

    /**
     * What one factor does, or two do together.
     *
     * @param factors names of one or two factors
     * @param share share of the variance, from 0 to 1
     */
    public record Effect(List<String> factors, Range share) {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there are not one or two factors
         */
        public Effect {
            factors = ImmutableList.copyOf(factors);
            checkArgument(factors.size() == 1 || factors.size() == 2, "factors must be 1 or 2, but were %s", factors);
        }
    }

    /**
     * The mean response at each level of a factor, over all levels of the others.
     *
     * @param factor the factor
     * @param responses one for each of its levels
     */
    public record Marginal(Factor factor, List<Range> responses) {
        /** Copies the list. */
        public Marginal {
            responses = ImmutableList.copyOf(responses);
        }
    }
}
