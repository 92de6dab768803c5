package nas.export.source;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nas.space.Activation;
import nas.train.ForwardLayer;
import nas.train.ForwardNetwork;

/**
 * A forward pass in double, as an exported program computes, but by formulas of its own. What the network says in float32 is too
 * coarse to compare with: its rounding grows with the layers and the weights.
 */
final class ExactForward {
    private final ForwardNetwork network;

    ExactForward(ForwardNetwork network) {
        this.network = network;
    }

    /**
     * Returns the outputs for each row: probabilities of classes, or standardised values.
     *
     * @param inputs {@code [rows, inputs]}, row-major
     */
    List<double[]> outputs(float[] inputs) {
        List<double[]> rows = rows(inputs);
        for (ForwardLayer layer : network.layers()) {
            rows = outputs(layer, rows);
        }
        return rows.stream().map(this::formed).collect(ImmutableList.toImmutableList());
    }

    private List<double[]> rows(float[] inputs) {
        int width = network.inputs();
        return IntStream.range(0, inputs.length / width)
                .mapToObj(row -> IntStream.range(row * width, (row + 1) * width)
                        .mapToDouble(i -> inputs[i])
                        .toArray())
                .toList();
    }

    private static List<double[]> outputs(ForwardLayer layer, List<double[]> rows) {
        float[] weights = layer.weights().toArray();
        float[] bias = layer.bias().toArray();
        float[] slopes = layer.slopes().toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, layer.outputs())
                        .mapToDouble(unit -> activated(
                                layer.activation(),
                                bias[unit] + product(row, weights, unit * row.length),
                                slopes.length == 0 ? 0 : slopes[unit]))
                        .toArray())
                .toList();
    }

    private static double product(double[] row, float[] weights, int from) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights[from + i];
        }
        return sum;
    }

    private static double activated(Activation activation, double x, double slope) {
        return switch (activation) {
            case IDENTITY -> x;
            case SIGMOID -> sigmoid(x);
            case TANH -> StrictMath.tanh(x);
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case PRELU -> x > 0 ? x : slope * x;
            case RRELU -> x > 0 ? x : 11.0 / 48 * x;
            case ELU -> x > 0 ? x : StrictMath.expm1(x);
            case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * StrictMath.expm1(x));
            case GELU -> x * sigmoid(1.702 * x);
            case SWISH -> x * sigmoid(x);
            case SOFTPLUS -> Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private double[] formed(double[] sums) {
        double largest = Arrays.stream(sums).max().orElse(0);
        return switch (network.form()) {
            case VALUES -> sums;
            case SOFTMAX -> shares(sums, sum -> StrictMath.exp(sum - largest));
            case SHARES -> shares(sums, sum -> Math.max(sigmoid(sum), StrictMath.exp(-60)));
        };
    }

    private static double[] shares(double[] sums, DoubleUnaryOperator part) {
        double[] parts = Arrays.stream(sums).map(part).toArray();
        double whole = DoubleStream.of(parts).sum();
        return Arrays.stream(parts).map(each -> each / whole).toArray();
    }
}
