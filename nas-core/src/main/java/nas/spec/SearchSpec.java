package nas.spec;

import java.util.Map;
import nas.InvalidInputException;
import nas.data.DataDescription;
import nas.run.ObjectiveSettings;
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
 * @param effort how far the search goes
 * @param seed what everything random is derived from
 */
public record SearchSpec(
        String name,
        DataDescription data,
        SpaceChoice space,
        ObjectiveSettings objective,
        EffortChoice effort,
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
     * @throws InvalidInputException if a loss is not one for the task
     */
    public SearchSettings settings(DataShape shape, Map<Optimizer, Ladder<Double>> measured) {
        Defaults defaults = new Defaults(shape);
        SearchSpace resolved = space.orElse(defaults.space(), measured, new LossRule(shape.task()));
        Integer epochs = effort.epochs();
        return new SearchSettings(
                resolved,
                objective,
                effort.orElse(defaults.evolution()),
                seed,
                epochs != null
                        ? epochs
                        : defaults.epochs(resolved.recipes().usual().batchSize()));
    }
}
