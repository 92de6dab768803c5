package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, under 1 s",
        "999, under 1 s",
        "1000, 1 s",
        "89999, 89 s",
        "90000, 2 min",
        "7500000, 2 h 5 min",
        "259200000, 3 days"
    })
    void durations_are_rough(long millis, String text) {
        assertThat(Figures.rough(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void numbers_have_four_significant_digits_and_never_fill_a_line() {
        assertThat(Figures.significant(0.0038681)).isEqualTo("0.003868");
        assertThat(Figures.significant(57_015.2)).isEqualTo("57,015");
        assertThat(Figures.significant(0)).isEqualTo("0");
        assertThat(Figures.significant(-2.8499251e34)).isEqualTo("-2.850e+34");
    }

    @Test
    void metrics_are_shares_or_numbers_or_not_known() {
        Measures classes = new Measures(0.5, 0, 1, 0.9871, null, 0, Map.of(Measures.BALANCED_ACCURACY, 0.75));
        assertThat(Figures.metric(LeadingMetric.ACCURACY, classes)).isEqualTo("accuracy 98.7 %");
        assertThat(Figures.metric(LeadingMetric.BALANCED_ACCURACY, classes)).isEqualTo("balanced accuracy 75.0 %");
        assertThat(Figures.metric(LeadingMetric.RMSE, classes)).isEqualTo("rmse -");
        Measures numbers = new Measures(0.5, 0, 1, null, 57_015.2, 0, Map.of(Measures.R2, -0.25));
        assertThat(Figures.metric(LeadingMetric.RMSE, numbers)).isEqualTo("rmse 57,015");
        assertThat(Figures.metric(LeadingMetric.R2, numbers)).isEqualTo("r2 -0.2500");
    }
}
