package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import nas.space.Genome;
import nas.space.Ladder;

/**
 * What a learning-rate range test measured (Smith 2017, "Cyclical Learning Rates for Training Neural Networks", arXiv
 * 1506.01186): one network is trained with a rate that grows from step to step, until its loss no longer falls.
 *
 * <p>Where Smith reads the rate at which the loss stops to fall off the plot, here it is the one at which the smoothed loss
 * is lowest. By then the smoothing lags and the loss has already stopped falling, so that the rates to choose among are this
 * one and lower ones.
 *
 * @param genome what was trained; its learning rate is the first one
 * @param points what was measured, in the order of the steps, at least one
 */
public record RangeTest(Genome genome, List<Point> points) {
    /** Rates to choose among, two in each decade. */
    private static final int RATES = 4;

    private static final double SPAN = 31.622776601683793;

    /** @throws IllegalArgumentException if there is no point, or rates do not grow */
    public RangeTest {
        points = ImmutableList.copyOf(points);
        checkArgument(!points.isEmpty(), "a range test must have a point");
        for (int i = 1; i < points.size(); i++) {
            checkArgument(
                    points.get(i).rate() > points.get(i - 1).rate(),
                    "rates must grow, but %s follows %s",
                    points.get(i).rate(),
                    points.get(i - 1).rate());
        }
    }

    /**
     * One step.
     *
     * @param rate the learning rate of the step, above 0
     * @param loss mean training loss of the steps up to this one, the later the heavier
     */
    public record Point(double rate, double loss) {
        /** @throws IllegalArgumentException if a number is out of range */
        public Point {
            checkArgument(rate > 0 && Double.isFinite(rate), "rate must be > 0, but was %s", rate);
            checkArgument(Double.isFinite(loss), "loss must be finite, but was %s", loss);
        }
    }

    /** Returns the rate at which the loss was lowest; the smallest one where there are several. */
    public double best() {
        return points.stream()
                .min(Comparator.comparingDouble(Point::loss))
                .orElseThrow()
                .rate();
    }

    /** Returns the rates to choose among: four on a log scale, of which {@link #best()} is the highest. */
    public Ladder<Double> rates() {
        return Ladder.reals(best() / SPAN, best(), Ladder.Scale.LOG, RATES);
    }
}
