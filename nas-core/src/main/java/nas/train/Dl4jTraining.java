package nas.train;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nas.data.Dataset;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Parameters;
import nas.trial.Trial;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One training with DL4J's own {@code fit}. Its result is a pure function of trial and data; made, run and closed on one
 * thread.
 */
final class Dl4jTraining implements AutoCloseable {
    /** Rows per forward pass when measuring: a constant, as another number may change the last bits. */
    private static final int ROWS_PER_PASS = 512;

    private final Dataset data;
    private final Trial trial;
    private final Rows rows;
    private final ConstantPrediction constant;
    private final Closer resources = Closer.create();
    private final MultiLayerNetwork network;
    private final Batches training;
    private final Batches measuring;
    private double lossSum;

    Dl4jTraining(Dataset data, Trial trial) {
        this.data = data;
        this.trial = trial;
        this.rows = Rows.of(data.split(), trial.fold());
        this.constant = new ConstantPrediction(data, rows.trained());
        Networks.Ends ends = new Networks.Ends(data.inputs(), data.outputs(), data.task());
        try {
            this.network = Networks.create(trial.genome(), ends, trial.seed());
            resources.register(network::close);
            this.training = resources.register(new Batches(
                    data, rows.trained().length, trial.genome().recipe().batchSize()));
            this.measuring = resources.register(new Batches(data, rows.measured().length, ROWS_PER_PASS));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Trains to the end of the budget, or until the loss is no number. */
    Outcome run() {
        List<LearningCurve.Point> curve = new ArrayList<>();
        for (int epoch = 1; epoch <= trial.budget().epochs(); epoch++) {
            double trainingLoss = epoch(epoch);
            Double measuredLoss = isMeasuredAfter(epoch) ? measure().loss() : null;
            if (!Double.isFinite(trainingLoss) || (measuredLoss != null && !Double.isFinite(measuredLoss))) {
                return new Outcome.Failed("loss is not finite in epoch " + epoch);
            }
            curve.add(new LearningCurve.Point(trainingLoss, measuredLoss));
        }
        return outcome(curve);
    }

    /** Returns the parameters as they stand. */
    Parameters parameters() {
        return Parameters.copyOf(network.params().toFloatVector());
    }

    @Override
    public void close() {
        try {
            resources.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last epoch is measured with all measures; test rows at the end only. */
    private boolean isMeasuredAfter(int epoch) {
        return trial.fold() == Fold.VALIDATION && epoch < trial.budget().epochs();
    }

    private Outcome outcome(List<LearningCurve.Point> curve) {
        Measures measures = measure();
        if (!Double.isFinite(measures.loss())) {
            return new Outcome.Failed("loss is not finite on the rows it is measured on");
        }
        int last = curve.size() - 1;
        Double measuredLoss = trial.fold() == Fold.VALIDATION ? measures.loss() : null;
        curve.set(last, new LearningCurve.Point(curve.get(last).trainingLoss(), measuredLoss));
        return new Outcome.Measured(measures, new LearningCurve(curve));
    }

    private double epoch(int epoch) {
        lossSum = 0;
        training.forEach(rows.order(trial, epoch), this::step);
        return lossSum / rows.trained().length;
    }

    private void step(Batch batch) {
        if (Double.isFinite(lossSum)) {
            network.fit(batch.features(), batch.labels());
            lossSum += network.score() * batch.rows();
        }
    }

    private Measures measure() {
        RowScores scores = new RowScores(data, constant);
        int[] done = {0};
        measuring.forEach(rows.measured(), batch -> {
            try (INDArray output = network.output(batch.features());
                    INDArray rowMajor = output.dup('c')) {
                float[] values = rowMajor.data().asFloat();
                for (int i = 0; i < batch.rows(); i++) {
                    scores.add(rows.measured()[done[0]++], values, i * data.outputs());
                }
            }
        });
        return scores.measures();
    }
}
