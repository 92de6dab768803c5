package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a genome is trained.
 *
 * @param optimizer how gradients move the parameters
 * @param learningRate step size, above 0 and finite
 * @param batchSize rows per step, at least 1; the last batch of an epoch holds what is left
 */
public record Recipe(Optimizer optimizer, double learningRate, int batchSize) {
    /** What is used where a search space says nothing. */
    public static final Recipe DEFAULT = new Recipe(Optimizer.ADAM, 1e-3, 128);

    /** @throws IllegalArgumentException if a number is out of range */
    public Recipe {
        checkArgument(
                learningRate > 0 && Double.isFinite(learningRate),
                "learning rate must be > 0, but was %s",
                learningRate);
        checkArgument(batchSize >= 1, "batch size must be >= 1, but was %s", batchSize);
    }
}
