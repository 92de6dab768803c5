package nas.spec;

import nas.evolve.OperatorRates;
import nas.evolve.StrategyKind;
import nas.run.EvolutionSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about how the search chooses and how far it goes. What is {@code null} is chosen to suit the
 * data.
 *
 * @param strategy how it chooses
 * @param population genomes that survive a generation
 * @param generations generations at most
 * @param stagnation generations without progress that end the search
 * @param operators how often each operator is applied
 */
public record EffortChoice(
        StrategyKind strategy,
        @Nullable Integer population,
        @Nullable Integer generations,
        @Nullable Integer stagnation,
        OperatorRates operators) {
    /** Everything is left open. */
    public static final EffortChoice OPEN =
            new EffortChoice(StrategyKind.EVOLUTION, null, null, null, OperatorRates.DEFAULT);

    /** Returns how far the search goes, with what is left open taken from elsewhere. */
    EvolutionSettings orElse(EvolutionSettings other) {
        return new EvolutionSettings(
                strategy,
                population != null ? population : other.population(),
                generations != null ? generations : other.generations(),
                stagnation != null ? stagnation : other.stagnation(),
                operators);
    }
}
