package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.Standardisation;
import nas.data.TargetEncoding.Output;
import nas.data.Targets;
import nas.space.Loss;
import org.junit.jupiter.api.Test;

class ValueMetricsTest {
    private static final int[] ROWS = {1, 2, 3};
    private static final Output PRICE = new Output("price", new Standardisation(100, 10));
    private static final Output AGE = new Output("age", new Standardisation(5, 2));

    @Test
    void errors_are_in_the_target_s_unit_and_r2_is_against_the_measured_rows() {
        Targets.Values values = new Targets.Values(new float[] {99, 1, 2, 6}, PRICE);
        ValueMetrics metrics = new ValueMetrics(values, ROWS, new float[] {2, 2, 4});
        assertThat(metrics.mae(0).orElseThrow()).isCloseTo(10 * (1 + 0 + 2) / 3.0, within(1e-12));
        assertThat(metrics.rmse(0).orElseThrow()).isCloseTo(10 * Math.sqrt((1 + 0 + 4) / 3.0), within(1e-12));
        assertThat(metrics.r2(0).orElseThrow()).isCloseTo(1 - 5.0 / (4 + 1 + 9), within(1e-12));
    }

    @Test
    void perfect_values_explain_all_and_their_mean_nothing() {
        Targets.Values values = new Targets.Values(new float[] {99, 1, 2, 6}, PRICE);
        assertThat(new ValueMetrics(values, ROWS, new float[] {1, 2, 6}).r2()).hasValue(1);
        assertThat(new ValueMetrics(values, ROWS, new float[] {3, 3, 3}).r2().orElseThrow())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void targets_that_are_all_alike_leave_r2_undefined() {
        float third = 1 / 3f;
        Targets.Values values = new Targets.Values(new float[] {0, third, third, third}, PRICE);
        assertThat(new ValueMetrics(values, ROWS, new float[] {third, third, 1}).r2())
                .isEmpty();
        assertThat(new ValueMetrics(values, ROWS, new float[] {third, third, 1}).mae(0))
                .isPresent();
    }

    @Test
    void one_output_has_its_error_without_a_name() {
        Targets.Values values = new Targets.Values(new float[] {99, 1, 2, 6}, PRICE);
        Map<String, Double> metrics = metrics(values, 2, 2, 4);
        assertThat(metrics).containsOnlyKeys("mae", "r2").containsEntry("mae", 10.0);
        assertThat(metrics.keySet()).containsExactly("mae", "r2");
    }

    @Test
    void several_outputs_have_their_errors_by_name_and_the_mean_of_r2() {
        Targets.Values values = new Targets.Values(new float[] {9, 9, 1, 0, 2, 1, 6, 2}, PRICE, AGE);
        Map<String, Double> metrics = metrics(values, 2, 0, 2, 1, 4, 3);
        assertThat(metrics.keySet())
                .containsExactly("rmse:price", "mae:price", "r2:price", "rmse:age", "mae:age", "r2:age", "r2");
        assertThat(metrics.get("mae:age")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(metrics.get("rmse:age")).isCloseTo(2 * Math.sqrt(1 / 3.0), within(1e-12));
        assertThat(metrics.get("r2:age")).isCloseTo(0.5, within(1e-12));
        assertThat(metrics.get("r2")).isCloseTo((1 - 5.0 / 14 + 0.5) / 2, within(1e-12));
    }

    @Test
    void an_output_without_r2_does_not_take_it_from_the_others() {
        Targets.Values values = new Targets.Values(new float[] {9, 9, 1, 7, 2, 7, 6, 7}, PRICE, AGE);
        Map<String, Double> metrics = metrics(values, 2, 0, 2, 1, 4, 3);
        assertThat(metrics).doesNotContainKey("r2:age");
        assertThat(metrics.get("r2")).isEqualTo(metrics.get("r2:price"));
    }

    private static Map<String, Double> metrics(Targets.Values values, float... said) {
        Split split = new Split(new int[] {0}, ROWS, new int[0]);
        Dataset data = Dataset.of("d", new float[4], values, split);
        Answers answers = new Answers(data, ROWS, Loss.MSE);
        for (int pass : List.of(0, 1)) {
            answers.clear();
            for (int i = 0; i < said.length; i += values.outputs()) {
                answers.add(pass == 0 ? new float[said.length] : said, i);
            }
        }
        return answers.metrics(0);
    }
}
