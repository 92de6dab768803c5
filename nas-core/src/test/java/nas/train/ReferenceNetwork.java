package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.HiddenLayer;

/**
 * A dense network in float64, one row after the other, written to be seen to be right: the oracle for engines. Shares no
 * code with them. Dropout is left out.
 *
 * <p>Parameters lie in one array in DL4J's order: for each layer its weights as {@code [units, inputs of the layer]},
 * row-major, then its biases. Features are {@code [rows, inputs]} and labels {@code [rows, outputs]}, row-major; the
 * label of a class is 1 at its place and 0 elsewhere.
 */
final class ReferenceNetwork {
    private final Networks.Ends ends;
    private final ReferenceLoss loss;
    private final List<Layer> layers = new ArrayList<>();
    private final double[] parameters;

    /**
     * One layer. The output layer's activation is part of the loss, so here it is the identity.
     *
     * @param offset where its weights begin among the parameters; its biases follow
     */
    private record Layer(int inputs, int units, Activation activation, int offset) {
        int weight(int unit, int input) {
            return offset + unit * inputs + input;
        }

        int bias(int unit) {
            return offset + units * inputs + unit;
        }

        int end() {
            return bias(units);
        }
    }

    /** @throws IllegalArgumentException if the number of parameters is not that of the genome */
    ReferenceNetwork(Networks.Ends ends, Genome genome, float[] initialParameters) {
        this.ends = ends;
        this.loss = ReferenceLoss.of(genome.recipe().loss(), ends.task());
        int width = ends.inputs();
        int offset = 0;
        for (HiddenLayer hidden : genome.architecture().layers()) {
            Layer layer = new Layer(width, hidden.units(), hidden.activation(), offset);
            layers.add(layer);
            width = layer.units();
            offset = layer.end();
        }
        Layer output = new Layer(width, ends.outputs(), Activation.IDENTITY, offset);
        layers.add(output);
        checkArgument(
                initialParameters.length == output.end(),
                "parameters must be %s, but were %s",
                output.end(),
                initialParameters.length);
        this.parameters = doubles(initialParameters, 0, initialParameters.length);
    }

    /** Returns the parameters themselves, not a copy: who changes them changes the network. */
    double[] parameters() {
        return parameters;
    }

    int outputs() {
        return ends.outputs();
    }

    /** Returns where the parameters of each layer begin, the output layer included, and last where they end. */
    int[] layerOffsets() {
        int[] offsets = new int[layers.size() + 1];
        for (int i = 0; i < layers.size(); i++) {
            offsets[i] = layers.get(i).offset();
            offsets[i + 1] = layers.get(i).end();
        }
        return offsets;
    }

    /** Says whether a parameter is a weight; if not, it is a bias. */
    boolean isWeight(int parameter) {
        return layers.stream().anyMatch(layer -> parameter >= layer.offset() && parameter < layer.bias(0));
    }

    /** Returns what the network says, {@code [rows, outputs]}, row-major. */
    double[] predict(float[] features) {
        int rows = features.length / ends.inputs();
        double[] predictions = new double[rows * ends.outputs()];
        for (int row = 0; row < rows; row++) {
            double[] outputs = loss.outputs(outputSums(features(features, row)));
            System.arraycopy(outputs, 0, predictions, row * ends.outputs(), ends.outputs());
        }
        return predictions;
    }

    /** Returns the mean loss of the rows, regularisation not included. */
    double loss(float[] features, float[] labels) {
        return loss(features, labels, ReferenceData.ones(features.length / ends.inputs()));
    }

    /** Returns the sum of each row's weight times its loss, divided by the number of rows. */
    double loss(float[] features, float[] labels, float[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += weights[row] * loss.value(outputSums(features(features, row)), labels(labels, row));
        }
        return sum / weights.length;
    }

    /** Returns the derivative of {@link #loss(float[], float[])} by each parameter. */
    double[] gradient(float[] features, float[] labels) {
        return gradient(features, labels, ReferenceData.ones(features.length / ends.inputs()));
    }

    /** Returns the derivative of {@link #loss(float[], float[], float[])} by each parameter. */
    double[] gradient(float[] features, float[] labels, float[] weights) {
        double[] gradient = new double[parameters.length];
        for (int row = 0; row < weights.length; row++) {
            double[] ofRow = new double[parameters.length];
            addGradient(ofRow, features(features, row), labels(labels, row));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weights[row] * ofRow[i] / weights.length;
            }
        }
        return gradient;
    }

    /** Backpropagation of one row. */
    private void addGradient(double[] gradient, double[] features, double[] labels) {
        List<double[]> inputs = new ArrayList<>();
        List<double[]> sums = new ArrayList<>();
        double[] values = features;
        for (Layer layer : layers) {
            inputs.add(values);
            sums.add(sums(layer, values));
            values = activate(layer, sums(layer, values));
        }
        double[] bySums = loss.gradient(sums.get(layers.size() - 1), labels);
        for (int i = layers.size() - 1; i >= 0; i--) {
            addGradient(gradient, layers.get(i), inputs.get(i), bySums);
            if (i > 0) {
                double[] byInputs = byInputs(layers.get(i), bySums);
                bySums = bySums(layers.get(i - 1), sums.get(i - 1), byInputs);
            }
        }
    }

    private static void addGradient(double[] gradient, Layer layer, double[] inputs, double[] bySums) {
        for (int unit = 0; unit < layer.units(); unit++) {
            gradient[layer.bias(unit)] += bySums[unit];
            for (int input = 0; input < layer.inputs(); input++) {
                gradient[layer.weight(unit, input)] += bySums[unit] * inputs[input];
            }
        }
    }

    private double[] byInputs(Layer layer, double[] bySums) {
        double[] byInputs = new double[layer.inputs()];
        for (int unit = 0; unit < layer.units(); unit++) {
            for (int input = 0; input < layer.inputs(); input++) {
                byInputs[input] += bySums[unit] * parameters[layer.weight(unit, input)];
            }
        }
        return byInputs;
    }

    private static double[] bySums(Layer layer, double[] sums, double[] byValues) {
        double[] bySums = new double[layer.units()];
        for (int unit = 0; unit < layer.units(); unit++) {
            bySums[unit] = byValues[unit] * ReferenceActivation.slope(layer.activation(), sums[unit]);
        }
        return bySums;
    }

    private double[] outputSums(double[] features) {
        double[] values = features;
        for (Layer layer : layers) {
            values = activate(layer, sums(layer, values));
        }
        return values;
    }

    private double[] sums(Layer layer, double[] inputs) {
        double[] sums = new double[layer.units()];
        for (int unit = 0; unit < layer.units(); unit++) {
            sums[unit] = parameters[layer.bias(unit)];
            for (int input = 0; input < layer.inputs(); input++) {
                sums[unit] += parameters[layer.weight(unit, input)] * inputs[input];
            }
        }
        return sums;
    }

    private static double[] activate(Layer layer, double[] sums) {
        return Arrays.stream(sums)
                .map(sum -> ReferenceActivation.value(layer.activation(), sum))
                .toArray();
    }

    private double[] features(float[] features, int row) {
        return doubles(features, row * ends.inputs(), ends.inputs());
    }

    private double[] labels(float[] labels, int row) {
        return doubles(labels, row * ends.outputs(), ends.outputs());
    }

    private static double[] doubles(float[] values, int from, int length) {
        double[] doubles = new double[length];
        for (int i = 0; i < length; i++) {
            doubles[i] = values[from + i];
        }
        return doubles;
    }
}
