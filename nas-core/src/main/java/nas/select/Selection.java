package nas.select;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nas.select.WinnerRule.Reach;
import nas.trial.LossScale;

/**
 * The answer drawn from a set of genomes that were measured once.
 *
 * @param winner the smallest genome that is good enough
 * @param reference the genome of lowest loss
 * @param front the Pareto front of parameters and loss, from the smallest to the largest
 * @param scale the scale on which losses were compared
 * @param noise the standard errors that the rule was given
 * @param tolerance the loss by which the winner may be worse than the reference
 * @param isMet whether the winner satisfies the rule, or is but the nearest
 */
public record Selection(
        Assessed winner,
        Assessed reference,
        List<Assessed> front,
        LossScale scale,
        Noise noise,
        double tolerance,
        boolean isMet) {
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
        Noise noise = new Noise(pooledError(front), reference.measures().lossStandardError());
        double tolerance = rule.tolerance(scale, noise);
        Choice<Assessed> choice = rule.match(
                within -> Choice.smallest(front, member -> isWithin(member, reference, tolerance)),
                one -> Choice.smallest(front, member -> isWithin(member, reference, tolerance)),
                reach -> reaching(assessed, reach));
        return new Selection(choice.winner(), reference, front, scale, noise, tolerance, choice.isMet());
    }

    /** Who reaches a metric need not be on the front of the losses. */
    private static Choice<Assessed> reaching(Collection<Assessed> assessed, Reach reach) {
        List<Assessed> front = ParetoFront.of(assessed, member -> reach.shortcoming(member.measures()));
        return Choice.reaching(front, member -> Shortfall.of(reach, member.measures()), reach.doubt(front.size()));
    }

    private static boolean isWithin(Assessed member, Assessed reference, double tolerance) {
        return member.loss() - reference.loss() <= tolerance;
    }

    /** One number for all, the median over the front: a genome's own error would reward noisy genomes. */
    private static double pooledError(List<Assessed> front) {
        return Quantiles.median()
                .compute(front.stream()
                        .map(member -> member.measures().lossStandardError())
                        .toList());
    }

    /** Returns what the rule that chose the winner comes to, in words. */
    public String sentence(WinnerRule rule) {
        return new Answer(winner, scale, tolerance, isMet, false).sentence(rule);
    }
}
