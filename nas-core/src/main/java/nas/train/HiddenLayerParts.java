package nas.train;

import java.util.List;
import nas.space.Activation;
import nas.space.HiddenLayer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;

/**
 * A hidden layer as DL4J's layers: one dense layer, unless batch normalisation comes between its sums and its activation, or
 * slopes are trained. What these add is neither regularised nor clipped: DL4J treats the running means and variances of
 * batch normalisation as parameters that are moved by gradients, which must not be cut.
 *
 * @param layer what is described
 * @param isTrained whether it is to be trained, or saved
 */
record HiddenLayerParts(HiddenLayer layer, boolean isTrained) {
    /** Slope of {@link Activation#PRELU} before training, as in He et al. 2015. */
    private static final double FIRST_SLOPE = 0.25;

    /** Adds the layers to a network; the dense one, whose activation is the identity so far, is the first of them. */
    void addTo(NeuralNetConfiguration.ListBuilder layers, DenseLayer.Builder dense) {
        boolean isSlopeTrained = layer.activation() == Activation.PRELU;
        if (!layer.batchNorm() && !isSlopeTrained) {
            layers.layer(dense.activation(activation()).build());
            return;
        }
        layers.layer(dense.build());
        if (layer.batchNorm()) {
            layers.layer(normalisation());
        }
        if (isSlopeTrained) {
            layers.layer(slopes());
        } else {
            layers.layer(new ActivationLayer.Builder().activation(activation()).build());
        }
    }

    private BatchNormalization normalisation() {
        return new BatchNormalization.Builder()
                .nIn(layer.units())
                .nOut(layer.units())
                .gradientNormalization(GradientNormalization.None)
                .build();
    }

    private Layer slopes() {
        return new PReLULayer.Builder()
                .inputShape(layer.units())
                .nIn(layer.units())
                .nOut(layer.units())
                .weightInit(new WeightInitConstant(FIRST_SLOPE))
                .regularization(List.of())
                .gradientNormalization(GradientNormalization.None)
                .build();
    }

    private IActivation activation() {
        return switch (layer.activation()) {
            case IDENTITY -> new ActivationIdentity();
            case SIGMOID -> stock(org.nd4j.linalg.activations.Activation.SIGMOID);
            case TANH -> stock(org.nd4j.linalg.activations.Activation.TANH);
            case RELU -> stock(org.nd4j.linalg.activations.Activation.RELU);
            case LEAKY_RELU -> stock(org.nd4j.linalg.activations.Activation.LEAKYRELU);
            case ELU -> stock(org.nd4j.linalg.activations.Activation.ELU);
            case SELU -> stock(org.nd4j.linalg.activations.Activation.SELU);
            case GELU -> stock(org.nd4j.linalg.activations.Activation.GELU);
            case SWISH -> stock(org.nd4j.linalg.activations.Activation.SWISH);
            case SOFTPLUS -> stock(org.nd4j.linalg.activations.Activation.SOFTPLUS);
            case RRELU -> isTrained ? new RandomisedLeakyRelu() : new ActivationLReLU(RandomisedLeakyRelu.MEAN_SLOPE);
            case PRELU -> throw new IllegalStateException("slopes that are trained are a layer of their own");
        };
    }

    private static IActivation stock(org.nd4j.linalg.activations.Activation activation) {
        return activation.getActivationFunction();
    }
}
