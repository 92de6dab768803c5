package nas.trial;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Losses after each epoch.
 *
 * @param points one for each epoch trained to its end, in order
 */
public record LearningCurve(List<Point> points) {
    /** The curve of a training that ran no epoch. */
    public static final LearningCurve EMPTY = new LearningCurve(List.of());

    /** Copies the list. */
    public LearningCurve {
        points = new Packed(points);
    }

    /** Returns the epoch, from 1, after which the measured loss was lowest, the first of several; 0 if none was measured. */
    public int bestEpoch() {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            Double loss = points.get(i).measuredLoss();
            if (loss != null && loss < lowest) {
                lowest = loss;
                best = i + 1;
            }
        }
        return best;
    }

    /**
     * The losses after one epoch.
     *
     * @param trainingLoss mean loss of the batches as they were trained on, dropout included
     * @param measuredLoss mean loss on the rows the trial is measured on; {@code null} where only the end is measured
     */
    public record Point(double trainingLoss, @Nullable Double measuredLoss) {
        /** @throws IllegalArgumentException if a loss is not finite */
        public Point {
            if (!Double.isFinite(trainingLoss) || (measuredLoss != null && !Double.isFinite(measuredLoss))) {
                throw new IllegalArgumentException(
                        "losses must be finite, but were " + trainingLoss + " and " + measuredLoss);
            }
        }
    }

    /** Points as bare numbers, as a large journal holds a million of them. */
    private static final class Packed extends AbstractList<Point> implements RandomAccess {
        /** Training and measured loss of each point; no number stands for a loss that was not measured. */
        private final double[] losses;

        Packed(List<Point> points) {
            losses = new double[2 * points.size()];
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(i);
                Double measured = point.measuredLoss();
                losses[2 * i] = point.trainingLoss();
                losses[2 * i + 1] = measured == null ? Double.NaN : measured;
            }
        }

        @Override
        public Point get(int index) {
            double measured = losses[2 * index + 1];
            return new Point(losses[2 * index], Double.isNaN(measured) ? null : (Double) measured);
        }

        @Override
        public int size() {
            return losses.length / 2;
        }
    }
}
