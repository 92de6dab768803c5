package nas.trial;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import nas.space.Genome;
import nas.space.Ladder;

/**
 * What a learning-rate range test measured (Smith 2017, "Cyclical Learning Rates for Training Neural Networks", arXiv
 * 1506.01186): one network is trained with a rate that grows from step to step, until its loss no longer falls.
 *
 * <p>Where Smith reads the rate at which the loss stops to fall off the plot, here it is the one at which the smoothed loss
 * is lowest. As the smoothing lags behind, that rate is already too high, and the rates to choose among lie below it.
 *
 * @param genome what was trained; its learning rate is the first one
 * @param points what was measured, in the order of the steps, at least one
 */
public record RateCurve(Genome genome, List<Point> points) {
    /** Rates to choose among, two in each decade, and how many times as high the best one is as the lowest and the highest. */
    private static final int RATES = 4;

    private static final double LEAST = 100;
    private static final double MOST = 3.1622776601683795;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** @throws IllegalArgumentException if there is no point, or rates do not grow */
    public RateCurve {
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

    /**
     * Returns the rates to choose among: four on a log scale, from a hundredth to a third of {@link #best()}, each with two
     * significant digits. A whole training with a falling rate is mostly best with about a tenth (measured on iris, wine,
     * diabetes, California housing and Fashion-MNIST with networks from the linear to 32-32, adam and sgd: between a third
     * and a hundredth).
     */
    public Ladder<Double> rates() {
        return new Ladder<>(Ladder.reals(best() / LEAST, best() / MOST, Ladder.Scale.LOG, RATES).rungs().stream()
                .map(rate -> new BigDecimal(rate).round(TWO_DIGITS).doubleValue())
                .toList());
    }
}
