package nas.train;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import nas.Seeds;
import nas.data.Dataset;
import nas.space.Genome;
import nas.space.Loss;
import nas.train.blas.BlasTrainer;
import nas.train.blas.Topology;
import nas.train.blas.Workspace;
import nas.train.blas.Workspaces;
import nas.trial.FloatVector;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A training with steps of our own, on OpenBLAS and plain loops, in place on the parameters of a DL4J network, which DL4J
 * has described and initialised.
 */
final class BlasTraining implements Training {
    private final Dataset data;
    private final TrainingPlan plan;
    private final Closer resources = Closer.create();
    private final MultiLayerNetwork network;
    private final BlasTrainer trainer;
    private int epochs;
    private double rateFactor = 1;

    /**
     * Begins a training, or goes on with one.
     *
     * @param workspaces where buffers are borrowed until the training is closed
     * @param state where to go on, or {@code null} to begin
     * @throws IllegalArgumentException if this engine does not cover the recipe, the loss does not fit the task, or the
     *     state is that of another network
     */
    BlasTraining(Dataset data, TrainingPlan plan, Workspaces workspaces, @Nullable TrainingState state) {
        Engine.BLAS.checkCovers(plan.genome());
        this.data = data;
        this.plan = plan;
        BlasTrainer.Course course = course(data, plan);
        BlasTrainer.checkHeap(course);
        try {
            this.network = Networks.create(plan.genome(), Networks.Ends.of(data), plan.seed());
            resources.register(() -> Networks.free(network));
            Workspace workspace = workspaces.lend();
            resources.register(workspace::close);
            this.trainer = new BlasTrainer(workspace, data, course, parametersOf(network));
            if (state != null) {
                restore(state);
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public double advance(int[] order, Abandonment abandonment) {
        plan.check(order);
        long step = (long) epochs * plan.stepsPerEpoch();
        double loss = 0;
        for (int from = 0; from < order.length && Double.isFinite(loss); from += plan.batchSize()) {
            abandonment.check();
            int rows = Math.min(plan.batchSize(), order.length - from);
            loss += trainer.step(order, from, rows, step, rateFactor * plan.learningRate(step));
            step++;
        }
        epochs++;
        return loss / order.length;
    }

    @Override
    public void scaleRates(double factor) {
        plan.checkRateVaries();
        rateFactor = factor;
    }

    @Override
    public void predict(int[] rows, Predictions predictions) {
        for (int from = 0; from < rows.length; from += Dl4jPredictions.ROWS_PER_PASS) {
            int count = Math.min(Dl4jPredictions.ROWS_PER_PASS, rows.length - from);
            float[] said = trainer.outputs(rows, from, count);
            for (int i = 0; i < count; i++) {
                predictions.accept(rows[from + i], said, i * data.outputs());
            }
        }
    }

    @Override
    public void predictByDl4j(int[] rows, Predictions predictions) {
        new Dl4jPredictions(data, network).predict(rows, predictions);
    }

    @Override
    public FloatVector parameters() {
        return FloatVector.copyOf(network.params().toFloatVector());
    }

    @Override
    public TrainingState state() {
        return new TrainingState(
                Engine.BLAS, plan.genome().key(), epochs, parameters(), FloatVector.copyOf(trainer.optimizerState()));
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(TrainingState state) {
        state.check(Engine.BLAS, plan.genome());
        try (INDArray values = Nd4j.createFromArray(state.parameters().toArray())) {
            network.setParams(values);
        }
        trainer.restoreOptimizer(state.optimizer().toArray());
        epochs = state.epochs();
    }

    private static BlasTrainer.Course course(Dataset data, TrainingPlan plan) {
        Genome genome = plan.genome();
        Loss loss = TaskLoss.of(genome.recipe().loss(), data.task());
        Topology topology = new Topology(data.inputs(), genome.architecture().layers(), data.outputs(), loss);
        int rows = Math.max(plan.batchSize(), Math.min(Dl4jPredictions.ROWS_PER_PASS, data.rows()));
        return new BlasTrainer.Course(topology, genome.recipe(), rows, Seeds.derive(plan.seed(), "dropout"));
    }

    private static FloatPointer parametersOf(MultiLayerNetwork network) {
        INDArray parameters = network.params();
        return new FloatPointer(parameters.data().pointer())
                .position(parameters.offset())
                .limit(parameters.offset() + parameters.length());
    }
}
