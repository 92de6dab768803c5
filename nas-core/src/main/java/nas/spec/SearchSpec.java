package nas.spec;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.IntMath;
import java.math.RoundingMode;
import nas.data.DataDescription;
import nas.run.EvolutionSettings;
import nas.run.ObjectiveSettings;
import nas.run.SearchSettings;
import nas.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * A search-space file, read and checked.
 *
 * @param name name of the space, the stem of its runs' names
 * @param data what to learn
 * @param space the genomes to choose among
 * @param objective what is minimised and which network is good enough
 * @param evolution how far the search goes
 * @param seed what everything random is derived from
 * @param epochs how long each trial trains, or {@code null} to derive it from the number of rows
 */
public record SearchSpec(
        String name,
        DataDescription data,
        SearchSpace space,
        ObjectiveSettings objective,
        EvolutionSettings evolution,
        long seed,
        @Nullable Integer epochs) {
    /** Optimizer steps that a trial takes, about, where a file does not say how many epochs. */
    static final int DEFAULT_STEPS = 1_270;

    /** @throws IllegalArgumentException if {@code epochs} is below 1 */
    public SearchSpec {
        checkArgument(epochs == null || epochs >= 1, "epochs must be >= 1, but was %s", epochs);
    }

    /**
     * Returns the settings of a search on so many training rows: where the file does not say how long a trial trains,
     * for as many epochs as make about 1,270 steps.
     *
     * @param trainingRows number of training rows, at least 1
     */
    public SearchSettings settings(int trainingRows) {
        int stepsPerEpoch = IntMath.divide(trainingRows, space.recipe().batchSize(), RoundingMode.CEILING);
        int resolved = epochs != null ? epochs : Math.max(1, Math.round((float) DEFAULT_STEPS / stepsPerEpoch));
        return new SearchSettings(space, objective, evolution, seed, resolved);
    }
}
