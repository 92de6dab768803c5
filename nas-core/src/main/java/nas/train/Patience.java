package nas.train;

import nas.space.Recipe;
import nas.space.Schedule;

/**
 * Tells when a training is without progress and ends it.
 *
 * <p>Progress is a training loss that lies below that of the last progress by at least 0.1 % of the constant
 * prediction's loss: many small gains add up to one. Patience is a quarter of the epochs that the schedule spans, but at
 * least 10. Unless it would have learnt faster later than before, a pruned training so gives up less than 0.3 % of the
 * constant prediction's loss.
 *
 * <p>As long as the learning rate changes patience is without end: a lower rate ahead can end a plateau, and a higher one
 * can leave it. So only trainings at a constant rate are pruned, and of these none that stops early by its own recipe.
 */
final class Patience {
    private static final double PROGRESS = 0.001;
    private static final int LEAST_EPOCHS = 10;
    private static final int SHARE_OF_SCHEDULE = 4;

    private final double progress;
    private final int limit;
    private double reached = Double.POSITIVE_INFINITY;
    private int epochsWithout;

    /** Begins with a training; the constant loss is that of the rows that are trained on. */
    Patience(TrainingPlan plan, double constantLoss) {
        this.progress = PROGRESS * constantLoss;
        Recipe recipe = plan.genome().recipe();
        this.limit = recipe.schedule() == Schedule.CONSTANT && recipe.patience() == 0
                ? Math.max(LEAST_EPOCHS, plan.scheduleEpochs() / SHARE_OF_SCHEDULE)
                : Integer.MAX_VALUE;
    }

    /** Takes the training loss of one more epoch and tells whether patience is at its end. */
    boolean isExhaustedBy(double trainingLoss) {
        if (trainingLoss < reached && trainingLoss <= reached - progress) {
            reached = trainingLoss;
            epochsWithout = 0;
        } else {
            epochsWithout++;
        }
        return epochsWithout >= limit;
    }
}
