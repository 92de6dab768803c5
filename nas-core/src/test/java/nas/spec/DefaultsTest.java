package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import nas.data.Task;
import nas.run.EvolutionSettings;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Ladder.Scale;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.Schedule;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {
    @Test
    void a_tiny_table_has_a_small_space() {
        SearchSpace space = new Defaults(SpecFile.IRIS).space();
        assertThat(space.architectures().depths()).isEqualTo(Ladder.integers(0, 2, Scale.LINEAR));
        assertThat(space.architectures().widths().first()).isEqualTo(Ladder.integers(4, 32, Scale.LOG));
        assertThat(space.architectures().activations().rungs()).containsExactly(Activation.RELU, Activation.TANH);
        assertThat(space.architectures().dropouts().rungs()).containsExactly(0.0);
        assertThat(space.recipes().usual())
                .isEqualTo(new Recipe(Optimizer.ADAM, 0.01, 16).withSchedule(Schedule.COSINE));
    }

    @Test
    void images_have_a_large_space() {
        SearchSpace space = new Defaults(new DataShape(54_000, 784, 10, Task.CLASSIFICATION, 1)).space();
        assertThat(space.architectures().depths()).isEqualTo(Ladder.integers(0, 3, Scale.LINEAR));
        assertThat(space.architectures().widths().first()).isEqualTo(Ladder.integers(4, 256, Scale.LOG));
        assertThat(space.architectures().activations().rungs())
                .containsExactly(Activation.RELU, Activation.ELU, Activation.TANH);
        assertThat(space.architectures().dropouts().rungs()).containsExactly(0.0, 0.1, 0.2);
        assertThat(space.recipes().usual())
                .isEqualTo(new Recipe(Optimizer.ADAM, 0.005, 128).withSchedule(Schedule.COSINE));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 16",
        "299, 16",
        "300, 32",
        "1299, 32",
        "1300, 64",
        "6000, 128",
        "50000, 128",
        "200000, 256",
        "700000, 512"
    })
    void batches_grow_with_the_rows(int rows, int batchSize) {
        assertThat(new Defaults(SpecFile.shape(rows)).space().recipes().usual().batchSize())
                .isEqualTo(batchSize);
    }

    @ParameterizedTest
    @CsvSource({"10, 0.01", "100, 0.01", "101, 0.005", "784, 0.005"})
    void steps_are_smaller_where_inputs_are_many(int inputs, double learningRate) {
        DataShape shape = new DataShape(50_000, inputs, 2, Task.CLASSIFICATION, 1);
        assertThat(new Defaults(shape).space().recipes().usual().learningRate()).isEqualTo(learningRate);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 4", "10, 4"})
    void more_outputs_need_more_units(int outputs, int least) {
        DataShape shape = new DataShape(1_000, 5, outputs, Task.REGRESSION, 1);
        assertThat(new Defaults(shape).space().architectures().widths().first().first())
                .isEqualTo(least);
    }

    @Test
    void small_data_see_about_150_genomes() {
        EvolutionSettings small = new Defaults(SpecFile.shape(1_200)).evolution();
        assertThat(small.population() * small.generations()).isBetween(100, 150);
        assertThat(new Defaults(SpecFile.shape(12_000)).evolution()).isEqualTo(EvolutionSettings.DEFAULT);
        assertThat(new Defaults(new DataShape(12_000, 4, 3, Task.CLASSIFICATION, 5)).evolution())
                .isEqualTo(small);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 90, 1_000, 12_384, 54_000, 120_000})
    void trials_take_about_1270_steps(int rows) {
        for (int batchSize : new int[] {1, 16, 128}) {
            int epochs = new Defaults(SpecFile.shape(rows)).epochs(batchSize);
            long stepsPerEpoch = (rows + batchSize - 1L) / batchSize;
            assertThat(epochs).isGreaterThanOrEqualTo(1);
            assertThat(Math.abs(epochs * stepsPerEpoch - 1_270))
                    .isLessThanOrEqualTo(Math.max(stepsPerEpoch / 2 + 1, stepsPerEpoch - 1_270));
        }
    }

    @Test
    void every_shape_has_defaults() {
        for (int rows : new int[] {1, 100, 10_000, Integer.MAX_VALUE}) {
            for (int width : new int[] {1, 1_000, Integer.MAX_VALUE}) {
                Defaults defaults = new Defaults(new DataShape(rows, width, width, Task.REGRESSION, 2));
                assertThat(defaults.space().size()).isPositive();
                assertThat(defaults.epochs(16)).isPositive();
            }
        }
    }
}
