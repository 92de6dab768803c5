package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.StatsAccumulator;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import nas.Seeds;
import nas.select.RowScores.RowErrors;

/**
 * Says what to expect of a genome that was chosen because it did well on the very rows at hand: the bootstrap bias corrected
 * cross-validation BBC-CV (Tsamardinos, Greasidou & Borboudakis 2018, "Bootstrapping the out-of-sample predictions for
 * efficient and accurate cross-validation", doi 10.1007/s10994-018-5714-4).
 *
 * <p>In each of 1,000 bootstraps, rows are drawn with replacement, the rule is applied to the means over the drawn rows, and
 * the genome that it chooses is measured on the rows that were not drawn. Groups of rows are drawn whole. L0 and what the
 * rule takes the noise to be stay as they are; L* is the lowest mean loss over the drawn rows. A rule that asks for a metric
 * that row errors do not tell is taken for the usual share of the loss.
 *
 * <p>Deterministic; costs one multiplication for each genome, drawn row and bootstrap.
 *
 * @param rule the rule that chooses
 * @param constantLoss L0, the loss of the constant prediction
 * @param noise the standard errors that the rule was given
 * @param seed what the bootstraps are drawn from
 */
public record BootstrapBias(WinnerRule rule, double constantLoss, Noise noise, long seed) {
    /** Number of bootstraps. */
    public static final int BOOTSTRAPS = 1_000;

    /**
     * Returns what is to be expected of the genome that the rule chooses.
     *
     * @param genomes all that could have been chosen, in any order
     * @param errors what their row errors are
     * @throws IllegalArgumentException if there is no genome, their rows differ in number, weights or groups, errors are
     *     missing, or all rows belong to one group, so that none could be left out
     */
    public CorrectedMeasures estimate(List<RowScores> genomes, RowErrors errors) {
        checkArgument(!genomes.isEmpty(), "genomes must be >= 1, but were none");
        List<RowScores> bySize = genomes.stream()
                .sorted(Comparator.comparingLong(RowScores::parameters)
                        .thenComparing(scores -> scores.genome().key()))
                .toList();
        ScoreTable table = new ScoreTable(bySize, errors);
        BagRule bagRule = new BagRule(this, table, errors);
        Bootstrap bootstrap = new Bootstrap(table, new SplittableRandom(Seeds.derive(seed, "bbc-cv")));
        StatsAccumulator losses = new StatsAccumulator();
        StatsAccumulator metrics = new StatsAccumulator();
        for (int i = 0; i < BOOTSTRAPS; i++) {
            bootstrap.draw();
            int chosen = bagRule.choose(bootstrap);
            losses.add(bootstrap.lossOutside(chosen));
            metrics.add(metric(errors, bootstrap.errorOutside(chosen)));
        }
        return new CorrectedMeasures(
                losses.mean(),
                losses.sampleStandardDeviation(),
                errors == RowErrors.WRONG ? metrics.mean() : null,
                errors == RowErrors.SQUARED ? metrics.mean() : null,
                metrics.sampleStandardDeviation());
    }

    /** Returns the metric that a mean row error comes to. */
    static double metric(RowErrors errors, double meanError) {
        return switch (errors) {
            case WRONG -> 1 - meanError;
            case SQUARED -> Math.sqrt(meanError);
            case UNKNOWN -> 0;
        };
    }
}
