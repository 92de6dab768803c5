package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import nas.space.Architecture;
import nas.space.SearchSpace;

/**
 * Everything that decides what a search finds, but for the data. Workers and time limits are passed apart.
 *
 * @param space the genomes to choose among
 * @param objective what is minimised and which network is good enough
 * @param evolution how the search chooses and how far it goes
 * @param seed what everything random is derived from; any value
 * @param rungs how long trials train
 * @param finalists among how many networks the winner is chosen; their epochs are at least those of the highest rung
 * @param start what is tried first
 */
public record SearchSettings(
        SearchSpace space,
        ObjectiveSettings objective,
        EvolutionSettings evolution,
        long seed,
        RungSettings rungs,
        FinalistSettings finalists,
        StartSettings start) {
    /** @throws IllegalArgumentException if the epochs of finalists are fewer than a rung's, or a start is not in the space */
    public SearchSettings {
        checkArgument(
                finalists.epochs() >= rungs.most(),
                "finalists.epochs must be >= %s, those of the highest rung, but was %s",
                rungs.most(),
                finalists.epochs());
        for (Architecture architecture : start.architectures()) {
            checkArgument(
                    space.architectures().contains(architecture),
                    "start must lie in the space, but has %s",
                    architecture.label());
        }
    }

    /** Settings with a single rung, of as many epochs as finalists have. */
    public SearchSettings(
            SearchSpace space, ObjectiveSettings objective, EvolutionSettings evolution, long seed, int epochs) {
        this(
                space,
                objective,
                evolution,
                seed,
                RungSettings.of(epochs),
                new FinalistSettings(FinalistSettings.DEFAULT_COUNT, FinalistSettings.DEFAULT_BLOCKS, epochs),
                StartSettings.DEFAULT);
    }

    /** Returns a copy with another limit of generations. */
    public SearchSettings withGenerations(int generations) {
        return new SearchSettings(
                space, objective, evolution.withGenerations(generations), seed, rungs, finalists, start);
    }
}
