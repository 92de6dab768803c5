package nas.spec;

import java.util.Map;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.SearchSpace;

/**
 * What a search space says about its genomes.
 *
 * @param architecture what networks may look like
 * @param recipe how they may be trained
 */
public record SpaceChoice(ArchitectureChoice architecture, RecipeChoice recipe) {
    /** Everything is left open. */
    public static final SpaceChoice OPEN = new SpaceChoice(ArchitectureChoice.OPEN, RecipeChoice.OPEN);

    /**
     * Returns the space with what is left open taken from another one, rates that were measured, and losses of a task.
     *
     * @throws nas.InvalidInputException if one is a loss of the other task
     */
    SearchSpace orElse(SearchSpace other, Map<Optimizer, Ladder<Double>> measured, LossRule rule) {
        return new SearchSpace(
                architecture.orElse(other.architectures()), recipe.orElse(other.recipes(), measured, rule));
    }
}
