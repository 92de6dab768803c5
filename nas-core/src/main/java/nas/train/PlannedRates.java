package nas.train;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Gives DL4J's updater the learning rate of each step as the plan computes it. Lives while a network is trained and is
 * never written to a file.
 *
 * @param plan the plan
 */
@SuppressWarnings("serial") // ISchedule asks for it; nothing that holds one is ever serialised
record PlannedRates(TrainingPlan plan) implements ISchedule {
    @Override
    public double valueAt(int iteration, int epoch) {
        return plan.learningRate(iteration);
    }

    /** Returns this: it never changes. */
    @Override
    @SuppressWarnings("MissingSuperCall") // a record is no Cloneable to copy field by field
    public ISchedule clone() {
        return this;
    }
}
