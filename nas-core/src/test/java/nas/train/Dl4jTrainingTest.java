package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Regularisation;
import nas.space.Schedule;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.schedule.ISchedule;

class Dl4jTrainingTest implements TrainingContract {
    private static final int EPOCHS = 6;

    /** Four rows of one feature, of which two make a batch. */
    private static final Dataset LINE = Dataset.of(
            "line",
            new float[] {-1, 0.5f, 1, 2},
            new Targets.Values(new float[] {-2, 1, 1.5f, 5}, new TargetEncoding.Output("y", new Standardisation(0, 1))),
            new Split(new int[] {0, 1, 2, 3}, new int[0], new int[0]));

    @Override
    public Engine engine() {
        return Engine.DL4J;
    }

    @Override
    public Training begin(Dataset data, TrainingPlan plan, @Nullable TrainingState state) {
        return new Dl4jTraining(data, plan, state);
    }

    /** What is not the optimizer's goes on, too: running means and variances are among the parameters. */
    @ParameterizedTest
    @ValueSource(ints = {32, 119})
    void batch_norm_and_trained_slopes_go_on_where_they_paused(int batchSize) {
        HiddenLayer layer = new HiddenLayer(5, Activation.PRELU, 0.2, DropoutKind.ALPHA, true);
        Recipe recipe = new Recipe(Optimizer.ADAM, 0.01, batchSize); // of 119, one row is left, which joins them
        Genome genome = new Genome(new Architecture(List.of(layer, layer)), recipe);
        TrainingPlan plan = new TrainingPlan(genome, 7, RINGS.split().train().length, 4);
        TrainingState straight = advanced(plan, null, 4);
        TrainingState resumed = advanced(plan, advanced(plan, null, 2), 2);
        assertThat(resumed).isEqualTo(straight);
        for (float parameter : straight.parameters().toArray()) {
            assertThat(parameter).isFinite();
        }
    }

    private TrainingState advanced(TrainingPlan plan, @Nullable TrainingState from, int epochs) {
        try (Training training = begin(RINGS, plan, from)) {
            for (int i = 0; i < epochs; i++) {
                training.advance(RINGS.split().train());
            }
            training.predict(
                    new int[] {0},
                    (row, outputs, offset) -> assertThat(outputs[offset]).isBetween(0f, 1f));
            return training.state();
        }
    }

    /** The rate of each step, the decoupled decay and its rate, computed in double by hand. */
    @ParameterizedTest
    @EnumSource(Schedule.class)
    void sgd_takes_the_rate_of_each_step_from_the_plan(Schedule schedule) {
        TrainingPlan plan = plan(new Recipe(Optimizer.SGD, 0.1, 2)
                .withSchedule(schedule)
                .withRegularisation(new Regularisation(0, 0, 0.2)));
        try (Training training = begin(LINE, plan, null)) {
            float[] initial = training.parameters().toArray();
            double weight = initial[0];
            double bias = initial[1];
            for (int step = 0; step < 2 * EPOCHS; step++) {
                if (step % 2 == 0) {
                    training.advance(new int[] {0, 1, 2, 3});
                }
                double rate = plan.learningRate(step);
                double[] gradient = gradient(weight, bias, 2 * (step % 2));
                weight -= rate * gradient[0] + rate * 0.2 * weight;
                bias -= rate * gradient[1];
            }
            float[] trained = training.parameters().toArray();
            assertThat(trained[0]).isCloseTo((float) weight, within(1e-5f));
            assertThat(trained[1]).isCloseTo((float) bias, within(1e-5f));
        }
    }

    private static double[] gradient(double weight, double bias, int firstRow) {
        float[] targets = {-2, 1, 1.5f, 5};
        double[] gradient = new double[2];
        for (int row = firstRow; row < firstRow + 2; row++) {
            double input = LINE.features().row(row)[0];
            double slope = 2 * (weight * input + bias - targets[row]) / 2;
            gradient[0] += slope * input;
            gradient[1] += slope;
        }
        return gradient;
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void a_constant_schedule_object_is_the_plain_rate_bit_for_bit(Optimizer optimizer) {
        TrainingPlan plan = plan(new Recipe(optimizer, 0.05, 2));
        assertThat(fitted(plan, new PlannedRates(plan))).containsExactly(fitted(plan, null));
    }

    @Test
    void the_updater_asks_for_the_rate_of_every_step_in_turn() {
        TrainingPlan plan = plan(new Recipe(Optimizer.ADAM, 0.05, 2).withSchedule(Schedule.COSINE));
        Recording rates = new Recording(plan, new ArrayList<>());
        assertThat(fitted(plan, rates)).containsExactly(fitted(plan, new PlannedRates(plan)));
        assertThat(rates.steps().stream().distinct())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2 * EPOCHS).boxed().toList());
    }

    /** Remembers for which steps it was asked. */
    @SuppressWarnings("serial")
    private record Recording(TrainingPlan plan, List<Integer> steps) implements ISchedule {
        @Override
        public double valueAt(int iteration, int epoch) {
            steps.add(iteration);
            return plan.learningRate(iteration);
        }

        @Override
        @SuppressWarnings("MissingSuperCall")
        public ISchedule clone() {
            return this;
        }
    }

    private static float[] fitted(TrainingPlan plan, @Nullable ISchedule rates) {
        MultiLayerNetwork network = new MultiLayerNetwork(
                Configurations.training(plan.genome(), Networks.Ends.of(LINE), plan.seed(), rates));
        network.init();
        try (Batches batches = new Batches(LINE, 4, 2)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                batches.walk(new int[] {0, 1, 2, 3}, batch -> {
                    network.fit(batch.features(), batch.labels());
                    return true;
                });
            }
            return network.params().toFloatVector();
        } finally {
            Networks.free(network);
        }
    }

    private static TrainingPlan plan(Recipe recipe) {
        return new TrainingPlan(new Genome(Architecture.LINEAR, recipe), 11, 4, EPOCHS);
    }
}
