package nas.spec;

import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about its genomes. What is {@code null} is chosen to suit the data.
 *
 * @param depths numbers of hidden layers
 * @param units numbers of units of a layer
 * @param activations activations of a layer
 * @param dropouts dropout probabilities of a layer's output
 * @param recipe how every genome is trained
 */
public record SpaceChoice(
        @Nullable Ladder<Integer> depths,
        @Nullable Ladder<Integer> units,
        @Nullable Ladder<Activation> activations,
        @Nullable Ladder<Double> dropouts,
        RecipeChoice recipe) {
    /** Everything is left open. */
    public static final SpaceChoice OPEN = new SpaceChoice(null, null, null, null, new RecipeChoice(null, null, null));

    /**
     * What a search space says about how every genome is trained. What is {@code null} is chosen to suit the data.
     *
     * @param optimizer how gradients move the parameters
     * @param learningRate step size
     * @param batchSize rows per step
     */
    public record RecipeChoice(
            @Nullable Optimizer optimizer,
            @Nullable Double learningRate,
            @Nullable Integer batchSize) {}

    /** Returns the choice that leaves nothing open. */
    public static SpaceChoice of(SearchSpace space) {
        Recipe recipe = space.recipes().usual();
        return new SpaceChoice(
                space.architectures().depths(),
                space.architectures().widths().first(),
                space.architectures().activations(),
                space.architectures().dropouts(),
                new RecipeChoice(recipe.optimizer(), recipe.learningRate(), recipe.batchSize()));
    }

    /** Returns the space with what is left open taken from another one. */
    SearchSpace orElse(SearchSpace other) {
        return new SearchSpace(
                depths != null ? depths : other.architectures().depths(),
                units != null ? units : other.architectures().widths().first(),
                activations != null ? activations : other.architectures().activations(),
                dropouts != null ? dropouts : other.architectures().dropouts(),
                recipe(other.recipes().usual()));
    }

    private Recipe recipe(Recipe other) {
        return new Recipe(
                recipe.optimizer() != null ? recipe.optimizer() : other.optimizer(),
                recipe.learningRate() != null ? recipe.learningRate() : other.learningRate(),
                recipe.batchSize() != null ? recipe.batchSize() : other.batchSize());
    }
}
