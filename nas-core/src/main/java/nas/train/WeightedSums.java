package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Map;
import java.util.stream.IntStream;
import nas.space.Activation;
import nas.trial.FloatVector;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weighted sums of a dense layer, in double while batch normalisation is made a part of them. */
final class WeightedSums {
    private final int inputs;
    private final int outputs;
    private final double[] weights;
    private final double[] bias;

    private WeightedSums(int inputs, int outputs, double[] weights, double[] bias) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = weights;
        this.bias = bias;
    }

    /** Returns those of a layer of a network, given its parameters by their names. */
    static WeightedSums of(Map<String, INDArray> table, int layer) {
        INDArray weights = table.get(layer + "_" + DefaultParamInitializer.WEIGHT_KEY);
        checkArgument(weights != null, "layer %s must have weights", layer);
        int inputs = weights.rows();
        int outputs = weights.columns();
        float[] ofInputs = weights.dup('c').data().asFloat();
        double[] values = new double[ofInputs.length];
        for (int i = 0; i < values.length; i++) {
            values[i % outputs * inputs + i / outputs] = ofInputs[i];
        }
        double[] bias = table.containsKey(layer + "_" + DefaultParamInitializer.BIAS_KEY)
                ? doubles(values(table, layer, DefaultParamInitializer.BIAS_KEY))
                : new double[outputs];
        return new WeightedSums(inputs, outputs, values, bias);
    }

    /** Returns the values of a parameter of a layer. */
    static float[] values(Map<String, INDArray> table, int layer, String name) {
        INDArray array = table.get(layer + "_" + name);
        checkArgument(array != null, "layer %s must have %s", layer, name);
        return array.dup('c').data().asFloat();
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** {@code gamma · (x − mean) / √(variance + eps) + beta} of a weighted sum is again one. */
    void normalise(Map<String, INDArray> table, int layer, BatchNormalization how) {
        float[] gamma = values(table, layer, BatchNormalizationParamInitializer.GAMMA);
        float[] beta = values(table, layer, BatchNormalizationParamInitializer.BETA);
        float[] mean = values(table, layer, BatchNormalizationParamInitializer.GLOBAL_MEAN);
        float[] spreads = values(
                table,
                layer,
                how.isUseLogStd()
                        ? BatchNormalizationParamInitializer.GLOBAL_LOG_STD
                        : BatchNormalizationParamInitializer.GLOBAL_VAR);
        for (int unit = 0; unit < outputs; unit++) {
            double variance = how.isUseLogStd() ? StrictMath.pow(10, 2.0 * spreads[unit]) : spreads[unit];
            double factor = gamma[unit] / Math.sqrt(variance + how.getEps());
            for (int input = 0; input < inputs; input++) {
                weights[unit * inputs + input] *= factor;
            }
            bias[unit] = (bias[unit] - mean[unit]) * factor + beta[unit];
        }
    }

    /** Returns the layer with these sums. */
    ForwardLayer layer(Activation activation, FloatVector slopes) {
        return new ForwardLayer(inputs, outputs, rounded(weights), rounded(bias), activation, slopes);
    }

    private static FloatVector rounded(double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) values[i];
        }
        return FloatVector.copyOf(rounded);
    }
}
