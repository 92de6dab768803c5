package nas.train;

import java.io.IOException;
import java.nio.file.Path;
import nas.data.Task;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.trial.Parameters;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
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

/** Makes DL4J networks of genomes, from stock classes only, so that stock DL4J reads what is saved. */
public final class Networks {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double RMS_DECAY = 0.95;

    static {
        FencedExecutioner.install();
    }

    private Networks() {}

    /**
     * What a network lies between.
     *
     * @param inputs width of the input, at least 1
     * @param outputs width of the output, at least 1
     * @param task what the output is to predict
     */
    public record Ends(int inputs, int outputs, Task task) {}

    /**
     * Returns a network with initial weights drawn from the seed: normal with He's variance (He et al. 2015, arXiv
     * 1502.01852) before rectifier-like activations, LeCun's before selu, Glorot's (Glorot & Bengio 2010) before others;
     * biases 0. The caller closes it. Also seeds the calling thread's generator, from which dropout draws: the same
     * thread must train the network before it makes another.
     */
    static MultiLayerNetwork create(Genome genome, Ends ends, long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(genome, ends, seed));
        network.init();
        Nd4j.getRandom().setSeed(seed);
        return network;
    }

    /**
     * Writes a trained network as a zip file that stock DL4J's {@code ModelSerializer} reads, without updater state.
     *
     * @throws IOException if the file cannot be written
     */
    public static void save(Genome genome, Ends ends, Parameters parameters, Path file) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(genome, ends, 0));
        try (INDArray values = Nd4j.createFromArray(parameters.toArray())) {
            network.init();
            network.setParams(values);
            ModelSerializer.writeModel(network, file.toFile(), false);
        } finally {
            network.close();
        }
    }

    private static MultiLayerConfiguration configuration(Genome genome, Ends ends, long seed) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(updater(genome))
                .list();
        int width = ends.inputs();
        double droppedBefore = 0;
        for (HiddenLayer layer : genome.architecture().layers()) {
            DenseLayer.Builder dense = new DenseLayer.Builder()
                    .activation(activation(layer.activation()))
                    .weightInit(weightInit(layer.activation()));
            layers.layer(between(dense, width, layer.units(), droppedBefore).build());
            width = layer.units();
            droppedBefore = layer.dropout();
        }
        return layers.layer(between(output(ends.task()), width, ends.outputs(), droppedBefore)
                        .build())
                .build();
    }

    /** DL4J drops a layer's input and takes the probability of keeping; our dropout is that of the layer before. */
    private static <B extends FeedForwardLayer.Builder<B>> B between(B layer, int in, int out, double droppedBefore) {
        layer.nIn(in).nOut(out);
        return droppedBefore > 0 ? layer.dropOut(1 - droppedBefore) : layer;
    }

    private static OutputLayer.Builder output(Task task) {
        OutputLayer.Builder output = switch (task) {
            case CLASSIFICATION ->
                new OutputLayer.Builder(LossFunction.MCXENT).activation(org.nd4j.linalg.activations.Activation.SOFTMAX);
            case REGRESSION ->
                new OutputLayer.Builder(LossFunction.MSE).activation(org.nd4j.linalg.activations.Activation.IDENTITY);
        };
        return output.weightInit(WeightInit.XAVIER);
    }

    private static IUpdater updater(Genome genome) {
        double rate = genome.recipe().learningRate();
        return switch (genome.recipe().optimizer()) {
            case SGD -> new Sgd(rate);
            case NESTEROV -> new Nesterovs(rate, genome.recipe().momentum());
            case ADAM -> new Adam(rate, BETA1, BETA2, EPSILON);
            case NADAM -> new Nadam(rate, BETA1, BETA2, EPSILON);
            case RMSPROP -> new RmsProp(rate, RMS_DECAY, EPSILON);
            case ADAMAX -> new AdaMax(rate, BETA1, BETA2, EPSILON);
        };
    }

    private static WeightInit weightInit(Activation activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU, ELU, GELU, SWISH, SOFTPLUS -> WeightInit.RELU;
            case SELU -> WeightInit.LECUN_NORMAL;
            case IDENTITY, SIGMOID, TANH -> WeightInit.XAVIER;
        };
    }

    private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
        return switch (activation) {
            case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
            case SIGMOID -> org.nd4j.linalg.activations.Activation.SIGMOID;
            case TANH -> org.nd4j.linalg.activations.Activation.TANH;
            case RELU -> org.nd4j.linalg.activations.Activation.RELU;
            case LEAKY_RELU -> org.nd4j.linalg.activations.Activation.LEAKYRELU;
            case ELU -> org.nd4j.linalg.activations.Activation.ELU;
            case SELU -> org.nd4j.linalg.activations.Activation.SELU;
            case GELU -> org.nd4j.linalg.activations.Activation.GELU;
            case SWISH -> org.nd4j.linalg.activations.Activation.SWISH;
            case SOFTPLUS -> org.nd4j.linalg.activations.Activation.SOFTPLUS;
        };
    }
}
