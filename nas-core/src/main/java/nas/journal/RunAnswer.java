package nas.journal;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Concluded;
import nas.select.Assessed;
import nas.select.Certificate;
import nas.select.DescentResult;
import nas.select.Finalist;
import nas.select.ParetoFront;
import nas.select.Pick;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.trial.LossScale;

/**
 * What a run answers as far as it has come: the winner of its finalists and of the descent from there or, before there are
 * any, what its search alone would choose.
 *
 * @param winner the smallest network that is good enough
 * @param front the Pareto front, from the smallest to the largest: among finalists and descent, or at the highest rung
 * @param scale the scale on which losses were compared
 * @param tolerance the loss by which the winner may be worse than the reference; 0 where it must reach a threshold instead
 * @param isMet whether the winner satisfies the rule, or is but the nearest
 * @param sentence what the rule that chose the winner comes to, in words
 * @param certificate what is known of smaller networks; empty before the descent
 */
public record RunAnswer(
        Assessed winner,
        List<Assessed> front,
        LossScale scale,
        double tolerance,
        boolean isMet,
        String sentence,
        Optional<Certificate> certificate) {
    /** Copies the front. */
    public RunAnswer {
        front = ImmutableList.copyOf(front);
    }

    /** Returns what a search alone would choose. */
    public static RunAnswer of(Selection selection, WinnerRule rule) {
        return new RunAnswer(
                selection.winner(),
                selection.front(),
                selection.scale(),
                selection.tolerance(),
                selection.isMet(),
                selection.sentence(rule),
                Optional.empty());
    }

    /** Returns what was chosen anew from what finalists and descent have trained. */
    public static RunAnswer of(Pick pick, WinnerRule rule) {
        return new RunAnswer(
                pick.winner().assessed(),
                ParetoFront.of(pick.compared().stream().map(Finalist::assessed).toList()),
                pick.scale(),
                pick.tolerance(),
                pick.isMet(),
                pick.sentence(rule),
                Optional.empty());
    }

    static RunAnswer of(Concluded concluded, WinnerRule rule) {
        return new RunAnswer(
                concluded.winner(),
                front(concluded),
                concluded.race().scale(),
                concluded.race().tolerance(),
                concluded.isMet(),
                concluded.race().sentence(rule, concluded.winner(), concluded.isMet()),
                concluded.descent().map(DescentResult::certificate));
    }

    /** What was a finalist and was measured again in the descent stands as measured there. */
    private static List<Assessed> front(Concluded concluded) {
        List<Assessed> descended = concluded.descent().stream()
                .flatMap(descent -> Stream.of(descent.winner(), descent.reference()))
                .toList();
        Stream<Assessed> others = concluded.race().finalists().stream()
                .map(Finalist::assessed)
                .filter(finalist ->
                        descended.stream().noneMatch(each -> each.genome().equals(finalist.genome())));
        return ParetoFront.of(
                Stream.concat(others, descended.stream()).distinct().toList());
    }
}
