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

    /**
     * Returns what the rule comes to, in words.
     *
     * @param found the winner that descent has found
     * @param isEnough whether it satisfies the rule, or is but the nearest
     */
    public String sentence(WinnerRule rule, Assessed found, boolean isEnough) {
        boolean hasLayers = finalists.stream()
                .anyMatch(finalist -> finalist.genome().architecture().depth() > 0);
        return new Answer(found, scale, tolerance, isEnough, hasLayers).sentence(rule);
    }
}
