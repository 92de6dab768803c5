package nas.train;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Schedule;

/**
 * What an engine needs to know of a training besides the data.
 *
 * @param genome what is trained
 * @param seed what initial weights and dropout masks are derived from
 * @param rows number of rows to train on, at least 1
 * @param scheduleEpochs epochs that the learning-rate schedule spans, at least 1
 * @param rise how many times as high as at the first step the rate is at the last, besides what the schedule does; 1 but for
 *     range tests
 */
record TrainingPlan(Genome genome, long seed, int rows, int scheduleEpochs, double rise) {
    TrainingPlan {
        checkArgument(rows >= 1, "rows must be >= 1, but was %s", rows);
        checkArgument(scheduleEpochs >= 1, "schedule epochs must be >= 1, but was %s", scheduleEpochs);
    }

    /** A plan whose rates are those of the genome's recipe. */
    TrainingPlan(Genome genome, long seed, int rows, int scheduleEpochs) {
        this(genome, seed, rows, scheduleEpochs, 1);
    }

    /** Returns this plan with another seed. */
    TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(genome, newSeed, rows, scheduleEpochs, rise);
    }

    /** Tells whether every step has the same rate. */
    boolean isRateConstant() {
        return genome.recipe().schedule() == Schedule.CONSTANT && rise == 1;
    }

    /** @throws IllegalStateException if every step has the same rate */
    void checkRateVaries() {
        checkState(!isRateConstant(), "the rate of this training is constant");
    }

    /** @throws IllegalArgumentException if an epoch's rows are not as many as planned */
    void check(int[] order) {
        checkArgument(order.length == rows, "order must have %s rows, but has %s", rows, order.length);
    }

    /** Returns the number of rows of every batch but the last. */
    int batchSize() {
        return Math.min(rows, Math.max(fewestRows(), genome.recipe().batchSize()));
    }

    /** Returns the number of batches of an epoch, at least 1. */
    int stepsPerEpoch() {
        return Math.max(1, (rows + batchSize() - fewestRows()) / batchSize());
    }

    /** Returns the number of rows of an epoch's last batch: those left, with those of a full batch where they are too few. */
    int lastBatchSize() {
        return rows - (stepsPerEpoch() - 1) * batchSize();
    }

    /** One row has no variance to divide by; a network that did would learn that all of its sums are alike. */
    private int fewestRows() {
        boolean isNormalised = genome.architecture().layers().stream().anyMatch(HiddenLayer::batchNorm);
        return isNormalised ? 2 : 1;
    }

    /**
     * Returns the learning rate of a step, counted from 0 over all epochs.
     *
     * @throws IllegalArgumentException if the schedule spans no such step
     */
    double learningRate(long step) {
        long steps = (long) stepsPerEpoch() * scheduleEpochs;
        double rate =
                genome.recipe().learningRate() * genome.recipe().schedule().factor(step, steps);
        return rise == 1 ? rate : rate * StrictMath.pow(rise, step / (steps - 1.0));
    }
}
