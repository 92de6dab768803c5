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
 */
public record Pick(
        Finalist winner,
        Finalist reference,
        LossScale scale,
        double tolerance,
        boolean isMet,
        List<Finalist> compared) {
    /** Copies the list. */
    public Pick {
        compared = ImmutableList.copyOf(compared);
    }

    /** Returns those that are smaller than a network and not shown to be worse than allowed: more seeds would tell. */
    public List<Finalist> open(Assessed than) {
        return compared.stream()
                .filter(each -> each.parameters() < than.parameters() && each.verdict() != Finalist.Verdict.OUT)
                .toList();
    }

    /** Returns what the rule comes to, in words. */
    public String sentence(WinnerRule rule) {
        boolean hasLayers =
                compared.stream().anyMatch(each -> each.genome().architecture().depth() > 0);
        return new Answer(winner.assessed(), scale, tolerance, isMet, hasLayers).sentence(rule);
    }
}
