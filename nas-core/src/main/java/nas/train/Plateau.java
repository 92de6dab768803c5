package nas.train;

/**
 * Lowers the learning rate whenever the training loss stands still: what {@link nas.space.Schedule#REDUCE_ON_PLATEAU} does.
 * It is the training loss, not the validation loss, as the winner's final training has no validation rows.
 *
 * <p>Progress is a loss that lies below that of the last progress by at least 1 %. After a tenth of the epochs that the
 * schedule spans, but at least one, without progress the rate becomes 0.3 times what it was, down to a thousandth. The factor
 * is a function of the losses so far, so that a training that is interrupted goes on as it would have.
 */
final class Plateau {
    private static final double PROGRESS = 0.01;
    private static final int SHARE_OF_SCHEDULE = 10;
    private static final double FACTOR = 0.3;
    private static final double LEAST = 1e-3;

    private final int limit;
    private double reached = Double.POSITIVE_INFINITY;
    private int epochsWithout;
    private double factor = 1;

    /** Begins with a training whose schedule spans so many epochs. */
    Plateau(int scheduleEpochs) {
        this.limit = Math.max(1, scheduleEpochs / SHARE_OF_SCHEDULE);
    }

    /** Takes the training loss of one more epoch and returns what the rate is multiplied by from now on. */
    double factorAfter(double trainingLoss) {
        if (trainingLoss < (1 - PROGRESS) * reached) {
            reached = trainingLoss;
            epochsWithout = 0;
        } else {
            epochsWithout++;
        }
        if (epochsWithout >= limit) {
            factor = Math.max(LEAST, factor * FACTOR);
            epochsWithout = 0;
        }
        return factor;
    }
}
