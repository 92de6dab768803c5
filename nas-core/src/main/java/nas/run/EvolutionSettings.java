package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How far a search goes.
 *
 * @param population genomes that survive a generation, and as many offspring, 2 to 10,000
 * @param generations generations at most, the initial one included, at least 1
 * @param stagnation the search ends when the Pareto front has not changed for so many generations, at least 1
 */
public record EvolutionSettings(int population, int generations, int stagnation) {
    /** What is used where a search space says nothing. */
    public static final EvolutionSettings DEFAULT = new EvolutionSettings(24, 20, 5);

    /** Largest population. */
    public static final int MOST = 10_000;

    /** @throws IllegalArgumentException if a number is out of range */
    public EvolutionSettings {
        checkArgument(
                population >= 2 && population <= MOST,
                "population must be >= 2 and <= " + MOST + ", but was %s",
                population);
        checkArgument(generations >= 1, "generations must be >= 1, but was %s", generations);
        checkArgument(stagnation >= 1, "stagnation must be >= 1, but was %s", stagnation);
    }
}
