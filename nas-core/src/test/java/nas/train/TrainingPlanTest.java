package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlanTest {
    @ParameterizedTest
    @CsvSource({"10, 4, 4 4 2", "9, 4, 4 4 1", "8, 4, 4 4", "3, 4, 3", "1, 4, 1", "3, 1, 1 1 1"})
    void the_last_batch_holds_what_is_left(int rows, int batchSize, String batches) {
        assertThat(batches(plan(rows, batchSize, false))).isEqualTo(batches);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 4, 4 4 2",
        "9, 4, 4 5",
        "8, 4, 4 4",
        "5, 4, 5",
        "3, 4, 3",
        "2, 4, 2",
        "4, 1, 2 2",
        "5, 1, 2 3",
        "3, 1, 3"
    })
    void with_batch_norm_no_row_is_alone(int rows, int batchSize, String batches) {
        assertThat(batches(plan(rows, batchSize, true))).isEqualTo(batches);
    }

    @Test
    void one_row_in_all_is_a_batch() {
        assertThat(batches(plan(1, 4, true))).isEqualTo("1");
    }

    @Test
    void rows_and_epochs_are_at_least_one() {
        assertThatThrownBy(() -> plan(0, 4, false)).hasMessage("rows must be >= 1, but was 0");
        Genome genome = plan(1, 4, false).genome();
        assertThatThrownBy(() -> new TrainingPlan(genome, 1, 1, 0))
                .hasMessage("schedule epochs must be >= 1, but was 0");
    }

    private static String batches(TrainingPlan plan) {
        List<String> sizes = IntStream.range(0, plan.stepsPerEpoch())
                .map(i -> i < plan.stepsPerEpoch() - 1 ? plan.batchSize() : plan.lastBatchSize())
                .mapToObj(Integer::toString)
                .toList();
        return String.join(" ", sizes);
    }

    private static TrainingPlan plan(int rows, int batchSize, boolean isNormalised) {
        Architecture architecture = new Architecture(List.of(
                new HiddenLayer(2, Activation.TANH, 0),
                new HiddenLayer(2, Activation.TANH, 0).withBatchNorm(isNormalised)));
        return new TrainingPlan(new Genome(architecture, new Recipe(Optimizer.ADAM, 0.01, batchSize)), 1, rows, 1);
    }
}
