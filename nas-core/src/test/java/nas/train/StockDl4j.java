package nas.train;

import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.Regularisation;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
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
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

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
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder();
        regularise(builder, genome.recipe());
        NeuralNetConfiguration.ListBuilder layers = builder.list();
        int width = ends.inputs();
        for (HiddenLayer layer : genome.architecture().layers()) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(width)
                    .nOut(layer.units())
                    .activation(activation(layer.activation()))
                    .build());
            width = layer.units();
        }
        layers.layer(
                output(genome.recipe().loss()).nIn(width).nOut(ends.outputs()).build());
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
        network.close();
    }

    private static INDArray matrix(float[] values, int rows, int columns) {
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }

    private static void regularise(NeuralNetConfiguration.Builder builder, Recipe recipe) {
        Regularisation regularisation = recipe.regularisation();
        Clipping clipping = recipe.clipping();
        builder.updater(updater(recipe)).gradientNormalizationThreshold(clipping.threshold());
        builder.gradientNormalization(
                switch (clipping.kind()) {
                    case NONE -> GradientNormalization.None;
                    case VALUE -> GradientNormalization.ClipElementWiseAbsoluteValue;
                    case NORM -> GradientNormalization.ClipL2PerLayer;
                });
        if (regularisation.l1() > 0) {
            builder.l1(regularisation.l1());
        }
        if (regularisation.l2() > 0) {
            builder.l2(regularisation.l2());
        }
        if (regularisation.weightDecay() > 0) {
            builder.weightDecay(regularisation.weightDecay());
        }
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

    private static OutputLayer.Builder output(Loss loss) {
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
