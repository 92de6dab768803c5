package nas.select;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Genome;
import nas.trial.LossScale;

/**
 * How racing ended.
 *
 * @param finalists those that did not fail, from the smallest to the largest
 * @param failed those that failed in a block, from the smallest to the largest
 * @param reference the finalist of the lowest mean loss over the first two blocks
 * @param scale L0 and L*, the means of the reference over the first two blocks
 * @param pooledError SEpool, the median over the other finalists of the standard error of d after two blocks
 * @param tolerance the d up to which a finalist is good enough; 0 where the rule is a threshold of a metric
 * @param winner the finalist that the rule chose
 * @param isMet whether the winner satisfies the rule, or is but the nearest
 */
public record Race(
        List<Finalist> finalists,
        List<Genome> failed,
        Finalist reference,
        LossScale scale,
        double pooledError,
        double tolerance,
        Finalist winner,
        boolean isMet) {
    /** Copies the lists. */
    public Race {
        finalists = ImmutableList.copyOf(finalists);
        failed = ImmutableList.copyOf(failed);
    }

    /** Returns the share of what the reference has learnt that the rule lets the winner give up. */
    public double sacrifice() {
        return tolerance / scale.explained();
    }

    /** Returns the finalists of which no other is smaller and better, from the smallest to the largest. */
    public List<Assessed> front() {
        return ParetoFront.of(finalists.stream().map(Finalist::assessed).toList());
    }

    /** Returns what the rule that chose the winner comes to, in words. */
    public String sentence(WinnerRule rule) {
        return sentence(rule, winner.assessed());
    }

    /** Returns what the rule comes to for the winner that descent has found. */
    public String sentence(WinnerRule rule, Assessed found) {
        return new Answer(found, scale, tolerance, isMet).sentence(rule);
    }
}
