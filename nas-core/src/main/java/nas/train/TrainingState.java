package nas.train;

import nas.trial.Parameters;

/**
 * A training at the end of an epoch.
 *
 * @param epochs number of epochs done
 * @param parameters the network's parameters
 * @param optimizer what the optimizer remembers, in the engine's own order; empty for {@code sgd}
 */
record TrainingState(int epochs, Parameters parameters, Parameters optimizer) {}
