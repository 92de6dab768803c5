package nas.train;

import nas.Seeds;
import nas.data.Dataset;
import nas.space.Genome;
import nas.space.Loss;
import nas.train.blas.BlasTrainer;
import nas.train.blas.Topology;
import nas.train.blas.Workspace;
import nas.train.blas.Workspaces;
import nas.trial.Parameters;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The engine {@code blas}: steps of our own on the parameters of a DL4J network. */
final class BlasTraining implements Training {
    /** Rows per forward pass when predicting: a constant, as another number may change the last bits. */
    private static final int ROWS_PER_PASS = 512;

    private final TrainingPlan plan;
    private final int outputs;
    private final Workspace workspace;
    private final MultiLayerNetwork network;
    private final BlasTrainer trainer;
    private int epochs;

    /**
     * Makes the network and takes a workspace.
     *
     * @param state where to go on, or {@code null} to begin
     */
    BlasTraining(Dataset data, TrainingPlan plan, Workspaces workspaces, @Nullable TrainingState state) {
        this.plan = plan;
        this.outputs = data.outputs();
        Networks.Ends ends = new Networks.Ends(data.inputs(), data.outputs(), data.task());
        this.network = Networks.create(plan.genome(), ends, plan.seed());
        this.workspace = workspaces.lend();
        try {
            this.trainer = new BlasTrainer(workspace, data, course(data, plan), parametersOf(network));
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
    public double advance(int[] order) {
        long step = (long) epochs * plan.stepsPerEpoch();
        double loss = 0;
        for (int from = 0; from < order.length && Double.isFinite(loss); from += plan.batchSize()) {
            int rows = Math.min(plan.batchSize(), order.length - from);
            loss += trainer.step(order, from, rows, step, plan.learningRate(step));
            step++;
        }
        epochs++;
        return loss / order.length;
    }

    @Override
    public void predict(int[] rows, Predictions predictions) {
        for (int from = 0; from < rows.length; from += ROWS_PER_PASS) {
            int count = Math.min(ROWS_PER_PASS, rows.length - from);
            float[] said = trainer.outputs(rows, from, count);
            for (int i = 0; i < count; i++) {
                predictions.accept(rows[from + i], said, i * outputs);
            }
        }
    }

    @Override
    public Parameters parameters() {
        return Parameters.copyOf(network.params().toFloatVector());
    }

    @Override
    public TrainingState state() {
        return new TrainingState(epochs, parameters(), Parameters.copyOf(trainer.optimizerState()));
    }

    @Override
    public void close() {
        network.close();
        workspace.close();
    }

    private void restore(TrainingState state) {
        try (INDArray values = Nd4j.createFromArray(state.parameters().toArray())) {
            network.setParams(values);
        }
        trainer.restoreOptimizer(state.optimizer().toArray());
        epochs = state.epochs();
    }

    private static BlasTrainer.Course course(Dataset data, TrainingPlan plan) {
        Genome genome = plan.genome();
        Topology topology = new Topology(
                data.inputs(),
                genome.architecture().layers(),
                data.outputs(),
                loss(genome.recipe().loss(), data));
        int rows = Math.max(plan.batchSize(), Math.min(ROWS_PER_PASS, data.rows()));
        return new BlasTrainer.Course(topology, genome.recipe(), rows, Seeds.derive(plan.seed(), "dropout"));
    }

    private static Loss loss(Loss loss, Dataset data) {
        if (loss != Loss.AUTO) {
            return loss;
        }
        return switch (data.task()) {
            case CLASSIFICATION -> Loss.CROSS_ENTROPY;
            case REGRESSION -> Loss.MSE;
        };
    }

    private static FloatPointer parametersOf(MultiLayerNetwork network) {
        INDArray parameters = network.params();
        return new FloatPointer(parameters.data().pointer())
                .position(parameters.offset())
                .limit(parameters.offset() + parameters.length());
    }
}
