package nas.select;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nas.select.RowScores.RowErrors;
import nas.select.WinnerRule.Reach;
import nas.select.WinnerRule.Within;
import nas.trial.LossScale;
import nas.trial.Measures;

/** Applies a winner rule to the rows in a bag. */
final class BagRule {
    private final BootstrapBias settings;
    private final ScoreTable table;
    private final RowErrors errors;
    private final WinnerRule rule;

    /** The standard error of each genome's metric, where the rule asks for one. */
    private final List<Double> metricErrors;

    BagRule(BootstrapBias settings, ScoreTable table, RowErrors errors) {
        this.settings = settings;
        this.table = table;
        this.errors = errors;
        this.rule = settings.rule().match(within -> within, one -> one, reach -> known(reach, errors));
        this.metricErrors = rule.match(within -> List.of(), one -> List.of(), this::metricErrors);
    }

    private static WinnerRule known(Reach reach, RowErrors errors) {
        boolean isKnown = switch (reach.metric()) {
            case ACCURACY -> errors == RowErrors.WRONG;
            case RMSE -> errors == RowErrors.SQUARED;
            case BALANCED_ACCURACY, R2 -> false;
        };
        return isKnown ? reach : new Within(WinnerRule.DEFAULT_SHARE);
    }

    private List<Double> metricErrors(Reach reach) {
        return table.genomes().stream()
                .map(scores -> Shortfall.of(reach, measures(scores)).map(Estimate::leastError))
                .map(Optional::orElseThrow)
                .toList();
    }

    /** On all rows. The squared error stands for the loss, which it is but for its unit. */
    private Measures measures(RowScores scores) {
        Difference error = Difference.ofMean(
                new RowLosses(scores.errors(), null, scores.rows().groups()));
        double metric = BootstrapBias.metric(errors, error.value());
        int rows = scores.errors().size();
        return new Measures(error.value(), error.standardError(), 0, metric, metric, rows, Map.of());
    }

    /** Returns which genome the rule chooses by the rows in a bag. */
    int choose(Bootstrap bag) {
        int reference = first(bag::lossInside);
        return rule.match(
                within -> byLoss(bag, reference),
                one -> byLoss(bag, reference),
                reach -> byMetric(bag, reference, reach));
    }

    private int byLoss(Bootstrap bag, int reference) {
        double best = bag.lossInside(reference);
        double tolerance = rule.tolerance(new LossScale(settings.constantLoss(), best), settings.noise());
        return IntStream.range(0, table.genomes().size())
                .filter(genome -> bag.lossInside(genome) - best <= tolerance)
                .findFirst()
                .orElseThrow();
    }

    private int byMetric(Bootstrap bag, int reference, Reach reach) {
        int leader = first(bag::errorInside);
        long most = Math.max(parameters(reference), parameters(leader));
        List<Integer> candidates = IntStream.range(0, table.genomes().size())
                .filter(genome -> parameters(genome) <= most)
                .boxed()
                .toList();
        double doubt = reach.doubt(table.genomes().size());
        return Choice.reaching(candidates, genome -> Optional.of(shortfall(bag, genome, reach)), doubt)
                .winner();
    }

    private long parameters(int genome) {
        return table.genomes().get(genome).parameters();
    }

    /** Returns the genome of the lowest value, of several the smallest. */
    private int first(IntToDoubleFunction value) {
        return IntStream.range(0, table.genomes().size())
                .reduce((one, other) -> value.applyAsDouble(other) < value.applyAsDouble(one) ? other : one)
                .orElseThrow();
    }

    private Estimate shortfall(Bootstrap bag, int genome, Reach reach) {
        double metric = BootstrapBias.metric(errors, bag.errorInside(genome));
        double shortfall = -reach.metric().gain(metric, reach.threshold());
        return new Estimate(shortfall, metricErrors.get(genome));
    }
}
