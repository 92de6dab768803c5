package nas.train;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Gives DL4J's updater the learning rate of each step as the plan computes it, times a factor that may change between
 * epochs. Lives while a network is trained and is never written to a file. Used by the training's thread alone.
 */
@SuppressWarnings("serial") // ISchedule asks for it; nothing that holds one is ever serialised
final class PlannedRates implements ISchedule {
    private final TrainingPlan plan;
    private double factor = 1;

    PlannedRates(TrainingPlan plan) {
        this.plan = plan;
    }

    /** Multiplies the planned rates of all steps to come by a factor. */
    void scale(double newFactor) {
        factor = newFactor;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return factor * plan.learningRate(iteration);
    }

    /** Returns this: updaters of all layers follow the one training. */
    @Override
    @SuppressWarnings("MissingSuperCall") // a copy would not hear of a new factor
    public ISchedule clone() {
        return this;
    }
}
