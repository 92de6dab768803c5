package nas.spec;

import java.util.Map;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.run.ObjectiveSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.SearchSpace;

/**
 * A search-space file, read and checked.
 *
 * @param name name of the space, the stem of its runs' names
 * @param data what to learn
 * @param space the genomes to choose among
 * @param objective what is minimised and which network is good enough
 * @param effort how the search chooses and how far it goes
 * @param budgets how long networks are trained, in the search and as finalists
 * @param start what is tried first
 * @param seed what everything random is derived from
 */
public record SearchSpec(
        String name,
        DataDescription data,
        SpaceChoice space,
        ObjectiveSettings objective,
        EffortChoice effort,
        BudgetChoice budgets,
        StartChoice start,
        long seed) {
    /** Tells whether learning rates are to be measured on the data ({@code training.learning_rate: auto}). */
    public boolean isRateMeasured() {
        return space.recipe().isRateMeasured();
    }

    /** Returns the settings of a search on data of some shape, with {@link Defaults} for all that is left open. */
    public SearchSettings settings(DataShape shape) {
        return settings(shape, Map.of());
    }

    /**
     * Returns the settings of a search on data of some shape, with {@link Defaults} for all that is left open.
     *
     * @param measured learning rates of each optimizer, which count where {@link #isRateMeasured()}
     * @throws InvalidInputException if a loss or a metric is not one for the task, or what is to be tried first is not in
     *     the space or larger than what it may have, or it is not said of each step between rungs how many genomes take it
     */
    public SearchSettings settings(DataShape shape, Map<Optimizer, Ladder<Double>> measured) {
        Defaults defaults = new Defaults(shape);
        SearchSpace resolved = space.orElse(defaults.space(), measured, new LossRule(shape.task()));
        new MetricRule(shape.task(), shape.outputs()).check(objective.rule(), MetricRule.KEY);
        Defaults.Budgets usual = defaults.budgets(resolved.recipes().usual().batchSize());
        RungSettings rungs = budgets.rungs(usual);
        return new SearchSettings(
                resolved,
                objective,
                effort.orElse(defaults.evolution()),
                seed,
                rungs,
                budgets.finalists(usual, rungs.most()),
                start.in(new StartPlaces(resolved.architectures(), shape, objective.maxParams())));
    }
}
