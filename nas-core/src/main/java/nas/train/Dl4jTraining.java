package nas.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import nas.Seeds;
import nas.data.Dataset;
import nas.trial.FloatVector;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A training with DL4J's own {@code fit}. What is random in an epoch (dropout, slopes of rrelu) is drawn from the
 * thread's generator, which is seeded anew when the epoch begins: nothing depends on what else ran on the thread.
 */
final class Dl4jTraining implements Training {
    private final TrainingPlan plan;
    private final boolean isRegularised;
    private final PlannedRates rates;
    private final Closer resources = Closer.create();
    private final MultiLayerNetwork network;
    private final Batches batches;
    private final Dl4jPredictions predictions;
    private int epochs;
    private double lossSum;

    /**
     * Begins a training, or goes on with one.
     *
     * @param state where to go on, or {@code null} to begin
     * @throws IllegalArgumentException if DL4J does not cover the recipe, the loss does not fit the task, or the state
     *     is that of another network
     */
    Dl4jTraining(Dataset data, TrainingPlan plan, @Nullable TrainingState state) {
        Engine.DL4J.checkCovers(plan.genome());
        this.plan = plan;
        this.isRegularised = !plan.genome().recipe().regularisation().isNone();
        this.rates = new PlannedRates(plan);
        try {
            this.network = Networks.create(plan, Networks.Ends.of(data), rates);
            resources.register(() -> Networks.free(network));
            this.batches = resources.register(new Batches(data, plan));
            this.predictions = new Dl4jPredictions(data, network);
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
        epochs++;
        lossSum = 0;
        Nd4j.getRandom().setSeed(Seeds.derive(plan.seed(), "dropout", epochs));
        batches.walk(order, batch -> {
            abandonment.check();
            return step(batch);
        });
        return lossSum / order.length;
    }

    @Override
    public void scaleRates(double factor) {
        plan.checkRateVaries();
        rates.scale(factor);
    }

    @Override
    public void predict(int[] rows, Predictions into) {
        predictions.predict(rows, into);
    }

    @Override
    public void predictByDl4j(int[] rows, Predictions into) {
        predictions.predict(rows, into);
    }

    @Override
    public FloatVector parameters() {
        return FloatVector.copyOf(network.params().toFloatVector());
    }

    @Override
    public TrainingState state() {
        INDArray moments = network.getUpdater().getStateViewArray();
        float[] optimizer = moments == null ? new float[0] : moments.toFloatVector();
        return new TrainingState(Engine.DL4J, plan.genome().key(), epochs, parameters(), FloatVector.copyOf(optimizer));
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one step and tells whether the training is still of use. DL4J's score has the penalty in it. */
    private boolean step(Batch batch) {
        double penalty = isRegularised ? network.calcRegularizationScore(true) : 0;
        network.fit(batch.features(), batch.labels());
        lossSum += (network.score() - penalty) * batch.rows();
        return Double.isFinite(lossSum);
    }

    private void restore(TrainingState state) {
        state.check(Engine.DL4J, plan.genome());
        epochs = state.epochs();
        network.setIterationCount(Math.multiplyExact(epochs, plan.stepsPerEpoch()));
        assign(state.parameters(), network.params());
        INDArray moments = network.getUpdater().getStateViewArray();
        if (moments != null) {
            assign(state.optimizer(), moments);
        }
    }

    private static void assign(FloatVector from, INDArray to) {
        checkArgument(from.size() == to.length(), "state must hold %s values, but holds %s", to.length(), from.size());
        try (INDArray values = Nd4j.createFromArray(from.toArray())) {
            to.assign(values.reshape(to.shape()));
        }
    }
}
