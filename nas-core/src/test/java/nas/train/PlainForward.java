package nas.train;

import java.util.stream.DoubleStream;
import nas.space.Activation;

/** A forward pass in double, layer by layer, to compare with. */
public final class PlainForward {
    private PlainForward() {}

    /** Returns what a network says of the row that begins at an offset. */
    public static double[] outputs(ForwardNetwork network, float[] inputs, int offset) {
        double[] values = new double[network.inputs()];
        for (int i = 0; i < values.length; i++) {
            values[i] = inputs[offset + i];
        }
        for (ForwardLayer layer : network.layers()) {
            values = outputs(layer, values);
        }
        double[] said = values;
        return switch (network.form()) {
            case VALUES -> said;
            case SOFTMAX ->
                shares(DoubleStream.of(said)
                        .map(value ->
                                Math.exp(value - DoubleStream.of(said).max().orElse(0)))
                        .toArray());
            case SHARES ->
                shares(DoubleStream.of(said)
                        .map(value -> Math.max(sigmoid(value), Math.exp(-60)))
                        .toArray());
        };
    }

    private static double[] shares(double[] values) {
        double sum = DoubleStream.of(values).sum();
        return DoubleStream.of(values).map(value -> value / sum).toArray();
    }

    private static double[] outputs(ForwardLayer layer, double[] inputs) {
        float[] weights = layer.weights().toArray();
        float[] bias = layer.bias().toArray();
        float[] slopes = layer.slopes().toArray();
        double[] outputs = new double[layer.outputs()];
        for (int unit = 0; unit < outputs.length; unit++) {
            double sum = bias[unit];
            for (int i = 0; i < inputs.length; i++) {
                sum += inputs[i] * weights[unit * inputs.length + i];
            }
            outputs[unit] = activated(layer.activation(), sum, slopes.length == 0 ? 0 : slopes[unit]);
        }
        return outputs;
    }

    private static double activated(Activation activation, double x, double slope) {
        return switch (activation) {
            case IDENTITY -> x;
            case SIGMOID -> sigmoid(x);
            case TANH -> Math.tanh(x);
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
            case PRELU -> x > 0 ? x : slope * x;
            case RRELU -> x > 0 ? x : 11.0 / 48 * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
            case GELU -> x * sigmoid(1.702 * x);
            case SWISH -> x * sigmoid(x);
            case SOFTPLUS -> x > 30 ? x : Math.log1p(Math.exp(x));
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
