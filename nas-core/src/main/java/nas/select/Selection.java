package nas.select;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.trial.LossScale;

/**
 * The answer drawn from a set of measured genomes.
 *
 * @param winner the smallest genome that is good enough
 * @param reference the genome of lowest loss
 * @param front the Pareto front, from the smallest to the largest
 * @param scale the scale on which losses were compared
 * @param tolerance the loss by which the winner may be worse than the reference
 */
public record Selection(Assessed winner, Assessed reference, List<Assessed> front, LossScale scale, double tolerance) {
    /** Copies the front. */
    public Selection {
        front = ImmutableList.copyOf(front);
    }

    /**
     * Chooses by a rule. Independent of the order of the argument.
     *
     * @return the selection, or empty if nothing was measured
     */
    public static Optional<Selection> of(Collection<Assessed> assessed, WinnerRule rule) {
        return assessed.stream().min(Assessed.BY_LOSS).map(reference -> select(assessed, reference, rule));
    }

    private static Selection select(Collection<Assessed> assessed, Assessed reference, WinnerRule rule) {
        LossScale scale = new LossScale(reference.measures().constantLoss(), reference.loss());
        List<Assessed> front = ParetoFront.of(assessed);
        double tolerance = rule.tolerance(scale, pooledError(front));
        Assessed winner = front.stream()
                .filter(member -> member.loss() - reference.loss() <= tolerance)
                .findFirst()
                .orElseThrow();
        return new Selection(winner, reference, front, scale, tolerance);
    }

    /** One number for all, the median over the front: a genome's own error would reward noisy genomes. */
    private static double pooledError(List<Assessed> front) {
        return Quantiles.median()
                .compute(front.stream()
                        .map(member -> member.measures().lossStandardError())
                        .toList());
    }

    /** Returns the share of what the reference has learnt that the rule lets the winner give up. */
    public double sacrifice() {
        return tolerance / scale.explained();
    }

    /** Returns what the rule that chose the winner comes to, in words. */
    public String sentence(WinnerRule rule) {
        if (scale.isFloorBinding()) {
            return rule.text() + "; nothing beats the constant prediction";
        }
        boolean isNoisy = tolerance > rule.tolerance(scale, 0);
        String which = rule.text() + (isNoisy ? " or the noise of the measurement, which is more" : "");
        double kept = 100 * (1 - sacrifice());
        return String.format(Locale.ROOT, "%s: keeps at least %.1f%% of what the best one learns", which, kept);
    }
}
