package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import nas.space.SearchSpace;

/**
 * Everything that decides what a search finds, but for the data. Workers and time limits are passed apart.
 *
 * @param space the genomes to choose among
 * @param objective what is minimised and which network is good enough
 * @param evolution how far the search goes
 * @param seed what everything random is derived from; any value
 * @param epochs how long each trial trains, at least 1
 */
public record SearchSettings(
        SearchSpace space, ObjectiveSettings objective, EvolutionSettings evolution, long seed, int epochs) {
    /** @throws IllegalArgumentException if {@code epochs} is below 1 */
    public SearchSettings {
        checkArgument(epochs >= 1, "epochs must be >= 1, but was %s", epochs);
    }

    /** Returns a copy with another limit of generations. */
    public SearchSettings withGenerations(int generations) {
        EvolutionSettings changed = new EvolutionSettings(evolution.population(), generations, evolution.stagnation());
        return new SearchSettings(space, objective, changed, seed, epochs);
    }
}
