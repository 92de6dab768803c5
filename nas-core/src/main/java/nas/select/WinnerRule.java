package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.Function;
import nas.trial.LeadingMetric;
import nas.trial.LossScale;
import nas.trial.Measures;

/** Says which genome is good enough to be the answer. */
public sealed interface WinnerRule {
    /** The share that may be given up where a search space says nothing. */
    double DEFAULT_SHARE = 0.02;

    /** Returns the loss by which the winner may be worse than the reference; 0 where it must reach a threshold instead. */
    double tolerance(LossScale scale, Noise noise);

    /**
     * Returns what finalists are compared by, the lower the better: the loss, or by how much the metric falls short of what it
     * must reach, infinite where it is not known.
     */
    double shortcoming(Measures measures);

    /** Returns the rule in a few words. */
    String text();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<Within, T> within, Function<OneStandardError, T> standardError, Function<Reach, T> reach);

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
        public double tolerance(LossScale scale, Noise noise) {
            return scale.tolerance(share, noise.pooled());
        }

        @Override
        public double shortcoming(Measures measures) {
            return measures.loss();
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "smallest within %s%%", percent());
        }

        @Override
        public <T> T match(
                Function<Within, T> within, Function<OneStandardError, T> standardError, Function<Reach, T> reach) {
            return within.apply(this);
        }

        private String percent() {
            return new BigDecimal(100 * share)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /**
     * The smallest genome whose loss is within the standard error of the reference's mean loss (Breiman et al. 1984,
     * "Classification and Regression Trees", section 3.4.3).
     */
    record OneStandardError() implements WinnerRule {
        @Override
        public double tolerance(LossScale scale, Noise noise) {
            return noise.reference();
        }

        @Override
        public double shortcoming(Measures measures) {
            return measures.loss();
        }

        @Override
        public String text() {
            return "smallest within one standard error";
        }

        @Override
        public <T> T match(
                Function<Within, T> within, Function<OneStandardError, T> standardError, Function<Reach, T> reach) {
            return standardError.apply(this);
        }
    }

    /**
     * The smallest genome that reaches a value of a metric with 95 % confidence: of those no larger than the one of the lowest
     * loss, or of the best metric where that is larger, from the largest on, the last before the first that does not. Such a
     * fixed sequence keeps the confidence although several are tested (Goeman & Solari 2010, "The sequential rejection
     * principle of familywise error control", arXiv 1211.3313). Where it begins is not fixed but chosen among n by what is
     * tested, so the first of it must reach the value with a confidence of 1 − 0.05/n (Bonferroni).
     *
     * @param metric the metric
     * @param threshold what it must reach: at least this much where more is better, else at most; a share within (0, 1), an
     *     error above 0
     */
    record Reach(LeadingMetric metric, double threshold) implements WinnerRule {
        /** @throws IllegalArgumentException if the threshold is no value of the metric that can be asked for */
        public Reach {
            boolean isPossible = metric.isShare() ? threshold > 0 && threshold < 1 : Double.isFinite(threshold);
            checkArgument(isPossible, "%s to reach must be a value of it, but was %s", metric.key(), threshold);
        }

        /** Returns with which probability the first of a sequence may pass by chance, chosen among so many. */
        double doubt(int chosenAmong) {
            return (1 - Estimate.CONFIDENCE) / chosenAmong;
        }

        @Override
        public double tolerance(LossScale scale, Noise noise) {
            return 0;
        }

        @Override
        public double shortcoming(Measures measures) {
            return metric.of(measures)
                    .map(value -> -metric.gain(value, threshold))
                    .orElse(Double.POSITIVE_INFINITY);
        }

        @Override
        public String text() {
            return "smallest that reaches " + aim();
        }

        /** Returns what is to be reached, in words. */
        String aim() {
            return metric.label() + " "
                    + BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
        }

        @Override
        public <T> T match(
                Function<Within, T> within, Function<OneStandardError, T> standardError, Function<Reach, T> reach) {
            return reach.apply(this);
        }
    }
}
