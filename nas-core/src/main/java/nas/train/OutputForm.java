package nas.train;

import nas.data.Task;
import nas.space.Loss;
import nas.space.Recipe;

/** What the sums of the last layer become. */
public enum OutputForm {
    /** {@code e^x} of each divided by that of all: probabilities of classes. */
    SOFTMAX,
    /**
     * {@code max(σ(x), e^-60)} of each divided by that of all: probabilities of classes, of networks that were trained to tell
     * each class by itself.
     */
    SHARES,
    /** Themselves: standardised values. */
    VALUES;

    /**
     * Returns that of networks with a recipe.
     *
     * @throws IllegalArgumentException if the recipe's loss does not fit the task
     */
    public static OutputForm of(Recipe recipe, Task task) {
        return TaskLoss.of(recipe.loss(), task) == Loss.BINARY_CROSS_ENTROPY
                ? SHARES
                : task == Task.CLASSIFICATION ? SOFTMAX : VALUES;
    }
}
