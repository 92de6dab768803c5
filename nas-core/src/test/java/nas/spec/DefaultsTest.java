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
    @ValueSource(ints = {1, 7, 90, 1_000, 12_384, 54_000})
    void rungs_take_about_420_and_1270_and_3800_steps_and_finalists_12700_or_less_where_rows_are_few(int rows) {
        for (int batchSize : new int[] {16, 128}) {
            Defaults.Budgets budgets = new Defaults(SpecFile.shape(rows)).budgets(batchSize);
            long stepsPerEpoch = (rows + batchSize - 1L) / batchSize;
            boolean areFew = rows < 1_300;
            assertNear(budgets.rungs().get(budgets.rungs().size() - 1), stepsPerEpoch, areFew ? 1_140 : 3_800);
            assertNear(budgets.epochs(), stepsPerEpoch, areFew ? 3_810 : 12_700);
            if (budgets.rungs().size() == 3) {
                assertNear(budgets.rungs().get(0), stepsPerEpoch, areFew ? 126 : 420);
                assertNear(budgets.rungs().get(1), stepsPerEpoch, areFew ? 381 : 1_270);
            }
        }
    }

    /** Within half an epoch, or the one epoch that is the least. */
    private static void assertNear(int epochs, long stepsPerEpoch, long steps) {
        assertThat(epochs).isGreaterThanOrEqualTo(1);
        assertThat(Math.abs(epochs * stepsPerEpoch - steps))
                .isLessThanOrEqualTo(Math.max(stepsPerEpoch / 2 + 1, stepsPerEpoch - steps));
    }

    @ParameterizedTest
    @CsvSource({
        "54000, 128, '[1, 3, 9]', 30",
        "540000, 128, '[1]', 3",
        "120000, 128, '[1, 4]', 14",
        "90, 16, '[21, 64, 190]', 635"
    })
    void rungs_that_coincide_are_one(int rows, int batchSize, String rungs, int epochs) {
        Defaults.Budgets budgets = new Defaults(SpecFile.shape(rows)).budgets(batchSize);
        assertThat(budgets.rungs()).hasToString(rungs);
        assertThat(budgets.epochs()).isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource({
        "1, [1]",
        "2, [1]",
        "10, '[1, 3]'",
        "30, '[1, 3, 9]'",
        "100, '[3, 10, 30]'",
        "2147483647, '[71582788, 214748365, 644245094]'"
    })
    void rungs_are_shares_of_given_epochs(int epochs, String rungs) {
        assertThat(Defaults.Budgets.rungsBelow(epochs)).hasToString(rungs);
    }

    @Test
    void finalists_have_fewer_blocks_where_there_are_folds() {
        assertThat(new Defaults(SpecFile.IRIS).budgets(16).blocks()).isEqualTo(5);
        assertThat(new Defaults(new DataShape(90, 4, 3, Task.CLASSIFICATION, 5))
                        .budgets(16)
                        .blocks())
                .isEqualTo(3);
    }

    @Test
    void every_shape_has_defaults() {
        for (int rows : new int[] {1, 100, 10_000, Integer.MAX_VALUE}) {
            for (int width : new int[] {1, 1_000, Integer.MAX_VALUE}) {
                Defaults defaults = new Defaults(new DataShape(rows, width, width, Task.REGRESSION, 2));
                assertThat(defaults.space().size()).isPositive();
                assertThat(defaults.budgets(16).epochs()).isPositive();
            }
        }
    }
}
