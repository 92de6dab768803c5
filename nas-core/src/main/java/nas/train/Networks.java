package nas.train;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import nas.data.Dataset;
import nas.data.Targets;
import nas.data.Task;
import nas.space.Genome;
import nas.trial.FloatVector;
import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes DL4J networks of genomes, and saves them from stock classes only, so that stock DL4J reads the file. */
public final class Networks {
    static {
        FencedExecutioner.install();
        CrashReportingUtil.crashDumpsEnabled(false); // else it leaves files wherever the user stands
    }

    private Networks() {}

    /**
     * What a network lies between.
     *
     * @param inputs width of the input, at least 1
     * @param outputs width of the output, at least 1
     * @param task what the output is to predict
     * @param classWeights how much a row of each class counts in training; empty where all count alike
     */
    public record Ends(int inputs, int outputs, Task task, List<Double> classWeights) {
        /** Copies the list. */
        public Ends {
            classWeights = ImmutableList.copyOf(classWeights);
        }

        /** Ends whose classes, if any, all count alike. */
        public Ends(int inputs, int outputs, Task task) {
            this(inputs, outputs, task, ImmutableList.of());
        }

        /** Returns what networks that learn these data lie between. */
        public static Ends of(Dataset data) {
            List<Double> weights = data.targets().match(Targets.Classes::weights, values -> ImmutableList.of());
            return new Ends(data.inputs(), data.outputs(), data.task(), weights);
        }
    }

    /**
     * Returns a network with initial weights drawn from the seed: as the recipe's {@link
     * nas.space.Initialisation} says; biases 0. Its learning rate is the recipe's at every step. The caller closes it.
     *
     * @throws IllegalArgumentException if the recipe's loss does not fit the task
     */
    static MultiLayerNetwork create(Genome genome, Ends ends, long seed) {
        return initialised(Configurations.training(genome, ends, seed, null));
    }

    /**
     * Returns a network with the initial weights of {@link #create(Genome, Ends, long)} whose learning rates are those
     * of a plan. The caller closes it.
     *
     * @param rates gives the rates of the plan, where they are not all the same
     * @throws IllegalArgumentException if the recipe's loss does not fit the task
     */
    static MultiLayerNetwork create(TrainingPlan plan, Ends ends, PlannedRates rates) {
        return initialised(
                Configurations.training(plan.genome(), ends, plan.seed(), plan.isRateConstant() ? null : rates));
    }

    /** Writes a trained network as a zip that stock DL4J's {@code ModelSerializer} reads, without updater state. */
    public static void save(Genome genome, Ends ends, FloatVector parameters, OutputStream out) {
        MultiLayerNetwork network = trained(genome, ends, parameters);
        try {
            ModelSerializer.writeModel(network, out, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free(network);
        }
    }

    /** Returns a trained network that predicts. The caller closes it. */
    static MultiLayerNetwork trained(Genome genome, Ends ends, FloatVector parameters) {
        MultiLayerNetwork network = initialised(Configurations.saving(genome, ends));
        try (INDArray values = Nd4j.createFromArray(parameters.toArray())) {
            network.setParams(values);
            return network;
        } catch (RuntimeException | Error e) {
            free(network);
            throw e;
        }
    }

    /**
     * Frees a network's memory, and that which DL4J keeps for the calling thread. A network's own {@code close} does the
     * same but collects the garbage of the whole process twice, which costs more than a small training.
     */
    static void free(MultiLayerNetwork network) {
        free(network.params());
        free(network.getFlattenedGradients());
        Updater updater = network.getUpdater(false);
        free(updater == null ? null : updater.getStateViewArray());
        MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
        workspaces.getAllWorkspacesForCurrentThread().forEach(workspaces::destroyWorkspace);
    }

    private static void free(@Nullable INDArray array) {
        if (array != null && array.closeable()) {
            array.close();
        }
    }

    private static MultiLayerNetwork initialised(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        try {
            network.init();
            return network;
        } catch (RuntimeException | Error e) {
            free(network);
            throw e;
        }
    }
}
