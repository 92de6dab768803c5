package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Floats;
import java.util.ArrayList;
import java.util.List;
import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.Regularisation;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A training by stock DL4J, configured with its own builders apart from what we ship. */
final class StockDl4j implements AutoCloseable {
    static {
        FencedExecutioner.install();
    }

    private final Networks.Ends ends;
    private final MultiLayerNetwork network;

    /** Makes a network without dropout. */
    StockDl4j(Networks.Ends ends, Genome genome, float[] initialParameters) {
        this.ends = ends;
        Recipe recipe = genome.recipe();
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().updater(updater(recipe)).list();
        int width = ends.inputs();
        for (HiddenLayer layer : genome.architecture().layers()) {
            DenseLayer.Builder dense = new DenseLayer.Builder().activation(activation(layer.activation()));
            layers.layer(
                    regularised(dense, recipe).nIn(width).nOut(layer.units()).build());
            width = layer.units();
        }
        OutputLayer.Builder output = regularised(output(recipe.loss(), ends), recipe);
        layers.layer(output.nIn(width).nOut(ends.outputs()).build());
        this.network = new MultiLayerNetwork(layers.build());
        network.init();
        try (INDArray values = Nd4j.createFromArray(initialParameters)) {
            network.setParams(values);
        }
    }

    /** Takes one step and returns the loss before it, regularisation included. */
    double step(ReferenceData batch) {
        try (INDArray features = matrix(batch.features(), batch.rows(), ends.inputs());
                INDArray labels = matrix(batch.labels(), batch.rows(), ends.outputs())) {
            network.fit(features, labels);
            return network.score();
        }
    }

    void setLearningRate(double rate) {
        network.setLearningRate(rate);
    }

    float[] parameters() {
        return network.params().toFloatVector();
    }

    @Override
    public void close() {
        Networks.free(network);
    }

    private static INDArray matrix(float[] values, int rows, int columns) {
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }

    /** Layer by layer, as DL4J adds a weight decay that is set for the whole network to each layer twice. */
    private static <B extends FeedForwardLayer.Builder<B>> B regularised(B layer, Recipe recipe) {
        Clipping clipping = recipe.clipping();
        layer.gradientNormalization(
                switch (clipping.kind()) {
                    case NONE -> GradientNormalization.None;
                    case VALUE -> GradientNormalization.ClipElementWiseAbsoluteValue;
                    case NORM -> GradientNormalization.ClipL2PerLayer;
                });
        layer.regularization(penalties(recipe));
        return layer.gradientNormalizationThreshold(clipping.threshold());
    }

    private static List<Regularization> penalties(Recipe recipe) {
        Regularisation strengths = recipe.regularisation();
        List<Regularization> penalties = new ArrayList<>();
        if (strengths.l1() > 0) {
            penalties.add(new L1Regularization(strengths.l1()));
        }
        if (strengths.l2() > 0) {
            penalties.add(new L2Regularization(strengths.l2()));
        }
        if (strengths.weightDecay() > 0) {
            penalties.add(new WeightDecay(strengths.weightDecay(), true));
        }
        return penalties;
    }

    private static IUpdater updater(Recipe recipe) {
        double rate = recipe.learningRate();
        return switch (recipe.optimizer()) {
            case SGD -> new Sgd(rate);
            case NESTEROV -> new Nesterovs(rate, recipe.momentum());
            case ADAM -> new Adam(rate, 0.9, 0.999, 1e-8);
            case NADAM -> new Nadam(rate, 0.9, 0.999, 1e-8);
            case RMSPROP -> new RmsProp(rate, 0.95, 1e-8);
            case ADAMAX -> new AdaMax(rate, 0.9, 0.999, 1e-8);
        };
    }

    /** Its own weights of classes are right for softmax only. */
    private static OutputLayer.Builder output(Loss loss, Networks.Ends ends) {
        if (!ends.classWeights().isEmpty()) {
            checkArgument(loss == Loss.CROSS_ENTROPY, "DL4J has no weights of classes for %s", loss);
            INDArray weights = Nd4j.createFromArray(Floats.toArray(ends.classWeights()));
            return new OutputLayer.Builder(new LossMCXENT(weights)).activation(Activation.SOFTMAX);
        }
        return switch (loss) {
            case CROSS_ENTROPY -> new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
            case BINARY_CROSS_ENTROPY -> new OutputLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID);
            case MSE -> new OutputLayer.Builder(LossFunction.MSE).activation(Activation.IDENTITY);
            case MAE -> new OutputLayer.Builder(LossFunction.MEAN_ABSOLUTE_ERROR).activation(Activation.IDENTITY);
            case AUTO, HUBER -> throw new IllegalArgumentException("DL4J has no loss " + loss);
        };
    }

    /** The same names, but for the underscore. */
    private static Activation activation(nas.space.Activation activation) {
        return Activation.valueOf(activation.name().replace("_", ""));
    }
}
