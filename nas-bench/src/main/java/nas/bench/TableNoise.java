package nas.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nas.report.KendallTau;
import nas.select.Assessed;
import nas.select.Selection;
import nas.space.Genome;

/** How far a table's losses can be trusted, in a sentence or two. */
final class TableNoise {
    private final TabularTask task;
    private final LossTable table;

    TableNoise(TabularTask task, LossTable table) {
        this.task = task;
        this.table = table;
    }

    /** Returns how many networks are good by what a search sees, and how many of these are, and how alike orders are. */
    String text(Selection all, List<Assessed> seen, Predicate<Genome> isWithin) {
        List<Assessed> good = seen.stream()
                .filter(each -> each.loss() - all.reference().loss() <= all.tolerance())
                .toList();
        long right = good.stream().filter(each -> isWithin.test(each.genome())).count();
        List<Integer> rungs = task.rungs().epochs();
        return String.format(
                Locale.ROOT,
                "By what a search sees at the highest rung %d networks are within tolerance; by what judges it %d of these"
                        + " are. Kendall's tau of the order at each rung with that at the highest: %.2f, %.2f; of the"
                        + " highest with the end of the same training: %.2f; of seeds B and C at their ends: %.2f.",
                good.size(),
                right,
                tau(0, rungs.get(0), 0, rungs.get(2)),
                tau(0, rungs.get(1), 0, rungs.get(2)),
                tau(0, rungs.get(2), 0, task.epochs()),
                tau(1, task.epochs(), 2, task.epochs()));
    }

    private double tau(int firstSeed, int firstEpochs, int secondSeed, int secondEpochs) {
        return KendallTau.of(losses(firstSeed, firstEpochs), losses(secondSeed, secondEpochs));
    }

    private double[] losses(int seed, int epochs) {
        double[] losses = new double[table.rows().size()];
        Arrays.setAll(losses, row -> table.rows().get(row).curves().get(seed).toArray()[epochs - 1]);
        return losses;
    }
}
