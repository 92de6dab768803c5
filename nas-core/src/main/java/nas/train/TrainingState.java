package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import nas.space.Genome;
import nas.trial.FloatVector;

/**
 * A training at the end of an epoch. Only the engine that made it goes on with it, and only for the same genome.
 *
 * @param engine who took the steps
 * @param genomeKey what was trained
 * @param epochs number of epochs done
 * @param parameters the network's parameters
 * @param optimizer what the optimizer remembers, in the engine's own order; empty for {@code sgd}
 */
record TrainingState(Engine engine, String genomeKey, int epochs, FloatVector parameters, FloatVector optimizer) {
    /** @throws IllegalArgumentException if it is the state of another engine or genome */
    void check(Engine expected, Genome genome) {
        checkArgument(
                engine == expected && genomeKey.equals(genome.key()),
                "state must be of %s and genome %s, but is of %s and %s",
                expected.word(),
                genome.key(),
                engine.word(),
                genomeKey);
    }
}
