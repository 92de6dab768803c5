package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.trial.FloatVector;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A trained network that predicts, by DL4J's own forward pass. Made, used and closed on one thread. */
public final class TrainedNetwork implements AutoCloseable {
    private final Genome genome;
    private final Networks.Ends ends;
    private final OutputForm form;
    private final MultiLayerNetwork network;

    /**
     * Makes a network of its trained parameters.
     *
     * @param parameters all of them, in the order in which DL4J has them in one vector
     * @throws IllegalArgumentException if they are not as many as the network has, or its loss does not fit the task
     */
    public TrainedNetwork(Genome genome, Networks.Ends ends, FloatVector parameters) {
        long size = size(genome, ends);
        checkArgument(parameters.size() == size, "parameters must be %s, but were %s", size, parameters.size());
        this.genome = genome;
        this.ends = ends;
        this.form = OutputForm.of(genome.recipe(), ends.task());
        this.network = Networks.trained(genome, ends, parameters);
    }

    /** Returns how many numbers a network is made of: its trainable parameters, and the running statistics of batch normalisation. */
    public static long size(Genome genome, Networks.Ends ends) {
        long statistics = genome.architecture().layers().stream()
                .filter(HiddenLayer::batchNorm)
                .mapToLong(layer -> 2L * layer.units())
                .sum();
        return genome.parameters(ends.inputs(), ends.outputs()) + statistics;
    }

    /**
     * Returns what the network says.
     *
     * @param inputs {@code [rows, inputs]}, row-major
     * @param rows number of rows, at least 1; others that the array has room for are left out
     * @return {@code [rows, outputs]}, row-major: probabilities of classes, or standardised values
     */
    public float[] outputs(float[] inputs, int rows) {
        float[] whole = Arrays.copyOf(inputs, Math.multiplyExact(rows, ends.inputs()));
        try (INDArray features = Nd4j.create(whole, new long[] {rows, ends.inputs()}, 'c');
                INDArray output = network.output(features);
                INDArray rowMajor = output.dup('c')) {
            float[] said = rowMajor.data().asFloat();
            return form == OutputForm.SHARES ? RowScores.shares(said, ends.outputs()) : said;
        }
    }

    /** Returns which of the outputs of a row, from an offset on, is the highest, of several the first. */
    public static int highest(float[] outputs, int offset, int count) {
        return RowScores.highest(outputs, offset, count);
    }

    /** Returns the network as it predicts, layer by layer. */
    public ForwardNetwork forward() {
        Map<String, INDArray> table = network.paramTable();
        List<ForwardLayer> layers = new ArrayList<>();
        Architecture architecture = genome.architecture();
        int at = 0;
        for (HiddenLayer layer : architecture.layers()) {
            WeightedSums sums = WeightedSums.of(table, at++);
            if (layer.batchNorm()) {
                sums.normalise(table, at, (BatchNormalization)
                        network.getLayer(at).conf().getLayer());
                at++;
            }
            FloatVector slopes = FloatVector.copyOf(new float[0]);
            if (layer.activation() == Activation.PRELU) {
                slopes = FloatVector.copyOf(WeightedSums.values(table, at, PReLUParamInitializer.WEIGHT_KEY));
            }
            boolean isApart = layer.batchNorm() || layer.activation() == Activation.PRELU;
            at += isApart ? 1 : 0;
            layers.add(sums.layer(layer.activation(), slopes));
        }
        layers.add(WeightedSums.of(table, at).layer(Activation.IDENTITY, FloatVector.copyOf(new float[0])));
        return new ForwardNetwork(layers, form);
    }

    @Override
    public void close() {
        Networks.free(network);
    }
}
