package nas.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestMeasuresTest {
    private static final Measures FIRST = measures(0.9, null, ImmutableMap.of("balancedAccuracy", 0.6, "f1", 0.5));
    private static final Measures SECOND = measures(0.8, null, ImmutableMap.of("balancedAccuracy", 0.7, "f1", 0.25));

    @Test
    void deviation_and_optimism_are_about_the_leading_metric() {
        TestMeasures test = new TestMeasures(List.of(FIRST, SECOND), LeadingMetric.BALANCED_ACCURACY);
        assertThat(test.leadingMean().orElseThrow()).isCloseTo(0.65, within(1e-12));
        assertThat(test.standardDeviation().orElseThrow()).isCloseTo(Math.sqrt(0.005), within(1e-12));
        Measures validation = measures(0.5, null, Map.of("balancedAccuracy", 0.75));
        assertThat(test.optimism(validation).orElseThrow()).isCloseTo(0.1, within(1e-12));
        TestMeasures plain = new TestMeasures(List.of(FIRST, SECOND), LeadingMetric.ACCURACY);
        assertThat(plain.optimism(validation).orElseThrow()).isCloseTo(0.5 - 0.85, within(1e-12));
    }

    @Test
    void an_error_is_optimistic_where_it_is_lower() {
        TestMeasures test = new TestMeasures(List.of(measures(null, 3.0, Map.of())), LeadingMetric.RMSE);
        assertThat(test.optimism(measures(null, 2.5, Map.of()))).contains(0.5);
        assertThat(test.standardDeviation()).isEmpty();
        TestMeasures several = new TestMeasures(List.of(measures(null, null, Map.of("r2", 0.5))), LeadingMetric.R2);
        assertThat(several.optimism(measures(null, null, Map.of("r2", 0.75)))).contains(0.25);
    }

    @Test
    void metrics_are_means_of_what_all_seeds_have() {
        TestMeasures both = new TestMeasures(List.of(FIRST, SECOND), LeadingMetric.ACCURACY);
        assertThat(both.metrics().keySet()).containsExactly("balancedAccuracy", "f1");
        assertThat(both.metrics().get("f1")).isEqualTo(0.375);
        Measures other = measures(0.8, null, Map.of("f1", 1.0));
        assertThat(new TestMeasures(List.of(FIRST, other), LeadingMetric.ACCURACY).metrics())
                .containsOnlyKeys("f1");
    }

    @Test
    void what_was_not_measured_is_not_known() {
        TestMeasures test =
                new TestMeasures(List.of(FIRST, measures(0.8, null, Map.of())), LeadingMetric.BALANCED_ACCURACY);
        assertThat(test.leadingMean()).isEmpty();
        assertThat(test.standardDeviation()).isEmpty();
        assertThat(test.optimism(FIRST)).isEmpty();
    }

    private static Measures measures(@Nullable Double accuracy, @Nullable Double rmse, Map<String, Double> metrics) {
        return new Measures(0.5, 0, 1, accuracy, rmse, 0, metrics);
    }
}
