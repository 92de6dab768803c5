package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;

/**
 * How a search chooses what to try, and how far it goes.
 *
 * @param strategy how it chooses
 * @param population genomes that are tried in a generation, of which as many survive, 2 to 10,000
 * @param generations generations at most, the initial one included, at least 1
 * @param stagnation the search ends when the Pareto front has not changed for so many generations, at least 1
 * @param operators how often each operator of the evolution is applied
 */
public record EvolutionSettings(
        StrategyKind strategy, int population, int generations, int stagnation, OperatorRates operators) {
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

    /** Settings of an evolution with the usual operators. */
    public EvolutionSettings(int population, int generations, int stagnation) {
        this(StrategyKind.EVOLUTION, population, generations, stagnation, OperatorRates.DEFAULT);
    }

    /** Returns a copy with another limit of generations. */
    public EvolutionSettings withGenerations(int changed) {
        return new EvolutionSettings(strategy, population, changed, stagnation, operators);
    }
}
