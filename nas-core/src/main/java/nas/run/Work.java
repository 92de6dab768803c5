package nas.run;

import nas.trial.TrainedEpochs;
import nas.trial.Trial;

/**
 * How much was computed, in a unit of which a machine does about as much per second whatever it trains: the epochs of a
 * training times what one step costs, its parameters and a constant for all else. Says nothing about results; time limits
 * and progress go by it.
 */
final class Work {
    /**
     * What a step costs besides its products, in parameters, and for each input, as rows are gathered: at batches of 128,
     * 784-32-10 takes 0.25 ms, 784-128-64-10 0.79 ms, 10-16-16-10 some 0.025 ms.
     */
    private static final double BESIDES_PRODUCTS = 2_500;

    private static final double FOR_EACH_INPUT = 13;

    private final TrainedEpochs epochs = new TrainedEpochs();
    private final int inputs;
    private final int outputs;
    private double total;

    /** Begins with nothing done for networks between so many inputs and outputs. */
    Work(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Returns the work of a training of so many epochs with so many inputs. */
    static double of(long parameters, int inputs, int epochs) {
        return epochs * (BESIDES_PRODUCTS + FOR_EACH_INPUT * inputs + parameters);
    }

    /** Returns the work of a trial from its beginning to its end. */
    double of(Trial trial) {
        return of(
                trial.genome().parameters(inputs, outputs),
                inputs,
                trial.budget().epochs());
    }

    /** Takes a trial as done. */
    void add(Trial trial) {
        int added = epochs.add(trial, trial.budget().epochs());
        total += of(trial.genome().parameters(inputs, outputs), inputs, added);
    }

    /** Returns all work that was done. */
    double total() {
        return total;
    }
}
