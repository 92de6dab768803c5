package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.blas.Workspaces;
import nas.trial.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both engines draw their masks from generators of their own, so no two steps are alike; but from the same parameters
 * the mean of many steps is the same, which holds only if both drop the same share of the same values and scale the
 * others alike, forwards and backwards.
 */
class DropoutExpectationTest {
    private static final int STEPS = 1500;
    /** Among some fifty means, one beyond five standard errors is a matter of one in 30,000. */
    private static final double STANDARD_ERRORS = 5;

    private static final Dataset DATA = SmallData.difference(40);
    private static final int[] ORDER = DATA.split().train();

    /** Sums of changes and of their squares, one for each parameter. */
    private static final class Changes {
        private final double[] sums;
        private final double[] squares;

        Changes(int size) {
            this.sums = new double[size];
            this.squares = new double[size];
        }

        void add(int i, double change) {
            sums[i] += change;
            squares[i] += change * change;
        }

        double mean(int i) {
            return sums[i] / STEPS;
        }

        double variance(int i) {
            return (squares[i] / STEPS - mean(i) * mean(i)) / STEPS;
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SELU"}) // plain and alpha dropout
    void both_engines_take_the_same_step_on_average(Activation activation) {
        Genome genome = new Genome(
                new Architecture(List.of(new HiddenLayer(6, activation, 0.3), new HiddenLayer(4, activation, 0.5))),
                new Recipe(Optimizer.SGD, 0.1, ORDER.length));
        try (Workspaces workspaces = new Workspaces()) {
            Changes blas =
                    changes(genome, Engine.BLAS, (plan, state) -> new BlasTraining(DATA, plan, workspaces, state));
            Changes dl4j = changes(genome, Engine.DL4J, (plan, state) -> new Dl4jTraining(DATA, plan, state));
            for (int i = 0; i < blas.sums.length; i++) {
                double error = Math.sqrt(blas.variance(i) + dl4j.variance(i));
                assertThat(Math.abs(blas.mean(i) - dl4j.mean(i)))
                        .as("parameter %s: %s and %s", i, blas.mean(i), dl4j.mean(i))
                        .isLessThan(STANDARD_ERRORS * error + 1e-7);
            }
        }
    }

    private interface Beginning {
        Training begin(TrainingPlan plan, TrainingState state);
    }

    /** One step for each of many seeds, always from the same parameters. */
    private static Changes changes(Genome genome, Engine engine, Beginning beginning) {
        int size = Math.toIntExact(genome.parameters(DATA.inputs(), DATA.outputs()));
        float[] initial = ReferenceData.parameters(genome, Networks.Ends.of(DATA), 5);
        TrainingState state = new TrainingState(
                engine, genome.key(), 0, FloatVector.copyOf(initial), FloatVector.copyOf(new float[0]));
        Changes changes = new Changes(size);
        IntStream.range(0, STEPS).forEach(seed -> {
            try (Training training = beginning.begin(new TrainingPlan(genome, seed, ORDER.length, 1), state)) {
                training.advance(ORDER);
                float[] moved = training.parameters().toArray();
                for (int i = 0; i < size; i++) {
                    changes.add(i, (double) moved[i] - initial[i]);
                }
            }
        });
        return changes;
    }
}
