package nas.select;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.trial.LossScale;

/**
 * The answer to another rule, drawn from what was trained in blocks already.
 *
 * @param winner the network that the rule chooses
 * @param reference the network that the others are compared with
 * @param scale the scale on which losses were compared
 * @param tolerance the loss by which the winner may be worse than the reference; 0 where it must reach a threshold instead
 * @param isMet whether the winner satisfies the rule, or is but the nearest
 * @param compared all networks that it was chosen among, from the smallest to the largest, by this rule
 * @param open those that are smaller than the winner and not shown to be worse than allowed: more seeds would tell
 */
public record Pick(
        Finalist winner,
        Finalist reference,
        LossScale scale,
        double tolerance,
        boolean isMet,
        List<Finalist> compared,
        List<Finalist> open) {
    /** Copies the lists. */
    public Pick {
        compared = ImmutableList.copyOf(compared);
        open = ImmutableList.copyOf(open);
    }

    /** Returns what the rule comes to, in words. */
    public String sentence(WinnerRule rule) {
        boolean hasLayers =
                compared.stream().anyMatch(each -> each.genome().architecture().depth() > 0);
        return new Answer(winner.assessed(), scale, tolerance, isMet, hasLayers).sentence(rule);
    }
}
