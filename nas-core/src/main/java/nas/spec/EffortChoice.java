package nas.spec;

import static com.google.common.base.Preconditions.checkArgument;

import nas.run.EvolutionSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about how far the search goes. What is {@code null} is chosen to suit the data.
 *
 * @param population genomes that survive a generation
 * @param generations generations at most
 * @param stagnation generations without progress that end the search
 * @param epochs how long each trial trains
 */
public record EffortChoice(
        @Nullable Integer population,
        @Nullable Integer generations,
        @Nullable Integer stagnation,
        @Nullable Integer epochs) {
    /** Everything is left open. */
    public static final EffortChoice OPEN = new EffortChoice(null, null, null, null);

    /** @throws IllegalArgumentException if {@code epochs} is below 1 */
    public EffortChoice {
        checkArgument(epochs == null || epochs >= 1, "epochs must be >= 1, but was %s", epochs);
    }

    /** Returns how far the search goes, with what is left open taken from elsewhere. */
    EvolutionSettings orElse(EvolutionSettings other) {
        return new EvolutionSettings(
                population != null ? population : other.population(),
                generations != null ? generations : other.generations(),
                stagnation != null ? stagnation : other.stagnation());
    }
}
