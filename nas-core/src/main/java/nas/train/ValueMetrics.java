package nas.train;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nas.data.Targets;

/**
 * How well numbers are predicted, each output by itself and in its own unit. R², the coefficient of determination, is 1
 * less the squared errors over the squared distances from the mean of the measured rows themselves; it is undefined where
 * these are all alike. Of several outputs it is the mean of those that are defined.
 */
final class ValueMetrics {
    private final Targets.Values targets;
    private final int[] rows;
    private final float[] said;

    /**
     * Takes what the network says.
     *
     * @param rows indices into the data set, at least one
     * @param said the standardised values of each of these rows, {@code [rows, outputs]}, row-major
     */
    ValueMetrics(Targets.Values targets, int[] rows, float[] said) {
        this.targets = targets;
        this.rows = rows;
        this.said = said;
    }

    int outputs() {
        return targets.outputs();
    }

    String name(int output) {
        return targets.encoding().outputs().get(output).name();
    }

    OptionalDouble rmse(int output) {
        return OptionalDouble.of(Math.sqrt(squares(output) / rows.length) * deviation(output));
    }

    OptionalDouble mae(int output) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += Math.abs(error(i, output));
        }
        return OptionalDouble.of(sum / rows.length * deviation(output));
    }

    OptionalDouble r2(int output) {
        double mean = 0;
        boolean isConstant = true;
        for (int row : rows) {
            mean += target(row, output) / rows.length;
            isConstant &= target(row, output) == target(rows[0], output);
        }
        double distances = 0;
        for (int row : rows) {
            double distance = target(row, output) - mean;
            distances += distance * distance;
        }
        return isConstant ? OptionalDouble.empty() : OptionalDouble.of(1 - squares(output) / distances);
    }

    /** Returns the mean over the outputs. */
    OptionalDouble r2() {
        return IntStream.range(0, outputs())
                .mapToObj(this::r2)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    private double squares(int output) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += error(i, output) * error(i, output);
        }
        return sum;
    }

    private double error(int i, int output) {
        return said[i * outputs() + output] - target(rows[i], output);
    }

    private double target(int row, int output) {
        return targets.standardised()[row * outputs() + output];
    }

    private double deviation(int output) {
        return targets.standardisation(output).deviation();
    }
}
