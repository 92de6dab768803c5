package nas.train.blas;

import nas.data.Dataset;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a dense network, in place on its flat parameter vector, one step at a time. No step allocates anything. The
 * result depends on the arguments alone: not on thread, time or what the workspace was used for before.
 */
public final class BlasTrainer {
    private final BatchInput input;
    private final DenseNetwork network;
    private final OutputKernel output;
    private final ParameterUpdate update;
    private final @Nullable Dropout dropout;

    /**
     * What there is to train.
     *
     * @param topology the network
     * @param recipe how it is trained
     * @param rows the largest number of rows of a batch, for training and for predicting
     * @param dropoutSeed what dropout masks are derived from
     */
    public record Course(Topology topology, Recipe recipe, int rows, long dropoutSeed) {}

    /**
     * Takes buffers from a workspace.
     *
     * @param parameters the parameters, in DL4J's order; the caller keeps them alive and frees them
     * @throws IllegalArgumentException if the loss does not fit the data's targets, or an activation has no kernel
     * @throws OutOfMemoryError if the buffers do not fit the memory
     */
    public BlasTrainer(Workspace workspace, Dataset data, Course course, FloatPointer parameters) {
        Topology topology = course.topology();
        NativeFloats values = new NativeFloats(parameters);
        this.input = BatchInput.of(data.features(), workspace);
        this.network = new DenseNetwork(workspace, topology, values, course.rows());
        this.output = OutputKernel.of(topology.loss(), data, workspace, course.rows());
        this.update = new ParameterUpdate(workspace, topology, course.recipe(), values, network.gradient());
        boolean drops = topology.hidden().stream().anyMatch(BlasTrainer::drops);
        this.dropout = drops ? new Dropout(workspace.exponential(), topology, course.dropoutSeed()) : null;
    }

    /**
     * Finds out whether there can be room for a course, before anything large is made for it.
     *
     * @throws OutOfMemoryError if what the optimizer remembers is more than the whole heap, or the parameters are more
     *     than an array can hold
     */
    public static void checkHeap(Course course) {
        int memories = OptimizerKernel.of(
                        course.recipe().optimizer(), course.recipe().momentum())
                .memories();
        long parameters = course.topology().parametersBefore(course.topology().layers());
        boolean fits =
                parameters * memories * Float.BYTES <= Runtime.getRuntime().maxMemory();
        if (!fits || parameters > Integer.MAX_VALUE) {
            throw new OutOfMemoryError("there is no room for what is remembered of " + parameters + " parameters");
        }
    }

    /**
     * Moves the parameters by one step.
     *
     * @param order rows of the data set, of which the batch begins at {@code from}
     * @param rows number of rows of the batch
     * @param step number of the step, from 0
     * @return the sum of the rows' losses before the step; if it is not finite, the parameters have not been moved
     */
    public double step(int[] order, int from, int rows, long step, double learningRate) {
        input.gather(order, from, rows, network.input());
        float[] sums = network.forward(rows, dropout, step);
        double loss = output.deltas(sums, order, from, rows);
        if (Double.isFinite(loss)) {
            update.begin(step, learningRate);
            network.backward(rows, sums, update);
        }
        return loss;
    }

    /**
     * Returns what the network says of some rows, without dropout.
     *
     * @param order rows of the data set, of which those asked for begin at {@code from}
     * @param rows number of rows asked for
     * @return {@code [rows, outputs]}, row-major; good until the next call
     */
    public float[] outputs(int[] order, int from, int rows) {
        input.gather(order, from, rows, network.input());
        float[] sums = network.forward(rows, null, 0);
        output.outputs(sums, rows);
        return sums;
    }

    /** Returns a copy of what the optimizer remembers. */
    public float[] optimizerState() {
        return update.state();
    }

    /**
     * Lets the optimizer remember what another one, of an equal course, remembered.
     *
     * @throws IllegalArgumentException if that is of another size
     */
    public void restoreOptimizer(float[] state) {
        update.restore(state);
    }

    private static boolean drops(HiddenLayer layer) {
        return layer.dropout() > 0;
    }
}
