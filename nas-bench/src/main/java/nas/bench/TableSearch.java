package nas.bench;

import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import nas.evolve.OperatorRates;
import nas.evolve.Strategies;
import nas.evolve.Strategy;
import nas.evolve.StrategySetup;
import nas.run.EvolutionSettings;
import nas.run.Exploration;
import nas.run.ObjectiveSettings;
import nas.space.Genome;
import nas.trial.EvaluationStoppedException;
import nas.trial.Folding;

/**
 * Searches a table with one method, with the settings that a search of the product has where nothing is said, but without
 * genomes to begin with, and with one seed for each genome, since that is all that the table has.
 */
final class TableSearch {
    /** What a network may give up, in the unit in which strategies are told how a genome stands. */
    private static final double TOLERANCE = Truth.SHARE / ObjectiveSettings.DEFAULT.perDecade();

    private final TabularTask task;
    private final LookUp.Seen seen;
    private final SearchMethod method;
    private final Genome largest;

    TableSearch(TabularTask task, LookUp.Seen seen, SearchMethod method) {
        this.task = task;
        this.seen = seen;
        this.method = method;
        this.largest = task.genomes().stream()
                .sorted(Comparator.comparingLong(seen::parameters).reversed())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Searches until a training is more than what is left of the budget, or nothing is left to try.
     *
     * @param seed what the strategy draws from
     * @param budget epochs that may be spent
     * @return what was trained to the highest rung
     */
    List<LookUp.Purchase> run(long seed, long budget) {
        LookUp trials = new LookUp(seen, task.noRungs().most(), budget);
        Exploration exploration = new Exploration(terms(seed), strategy(seed), trials);
        try {
            boolean isOver = false;
            while (!isOver) {
                isOver = exploration.next().isEmpty();
            }
        } catch (EvaluationStoppedException e) {
            // the budget is spent
        }
        return trials.purchases();
    }

    private Exploration.Terms terms(long seed) {
        return new Exploration.Terms(
                method.rungs(task),
                task.epochs(),
                ObjectiveSettings.DEFAULT.perDecade(),
                Folding.NONE,
                seen::parameters,
                seed,
                1,
                ImmutableSet.of());
    }

    private Strategy strategy(long seed) {
        return Strategies.of(
                method.strategy(),
                new StrategySetup(
                        task.space(),
                        UnaryOperator.identity(),
                        List.of(),
                        largest,
                        EvolutionSettings.DEFAULT.population(),
                        OperatorRates.DEFAULT,
                        TOLERANCE,
                        seed));
    }
}
