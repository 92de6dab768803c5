package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nas.InvalidInputException;
import nas.select.WinnerRule;
import nas.trial.LeadingMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleOptionsTest {
    @Test
    void rules_are_read_in_the_words_of_a_search_space() {
        assertThat(RuleOptions.within("1%", "--within")).isEqualTo(new WinnerRule.Within(0.01));
        assertThat(RuleOptions.within("0.05", "--within")).isEqualTo(new WinnerRule.Within(0.05));
        assertThat(RuleOptions.within("one-standard-error", "--within")).isEqualTo(new WinnerRule.OneStandardError());
        assertThat(RuleOptions.reach("accuracy=97.6%", "--reach", true, 10))
                .isEqualTo(new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.976));
        assertThat(RuleOptions.reach(" balanced_accuracy = 0.9 ", "--reach", true, 2))
                .isEqualTo(new WinnerRule.Reach(LeadingMetric.BALANCED_ACCURACY, 0.9));
        assertThat(RuleOptions.reach("rmse=50000", "--reach", false, 1))
                .isEqualTo(new WinnerRule.Reach(LeadingMetric.RMSE, 50_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200%  | --within: objective.choose.within must be < 100%, but was 200%",
                "0     | --within: objective.choose.within must be > 0, but was 0",
                "small | --within: objective.choose.within must be a share such as 2% or 0.02, or one-standard-error, but was small",
            })
    void a_share_that_is_none_is_refused_in_one_line(String text, String complaint) {
        assertThatThrownBy(() -> RuleOptions.within(text, "--within"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accuracy     | --reach must be METRIC=VALUE such as accuracy=0.976, but was 'accuracy'",
                "=0.9         | --reach must be METRIC=VALUE such as accuracy=0.976, but was '=0.9'",
                "accuracy=    | --reach must be METRIC=VALUE such as accuracy=0.976, but was 'accuracy='",
                "a.b=1        | --reach must be METRIC=VALUE such as accuracy=0.976, but was 'a.b=1'",
                "accuracy=976 | --reach: objective.choose.reach.accuracy must be < 1, but was 976",
                "rmse=3       | --reach must name accuracy or balanced_accuracy where classes are"
                        + " predicted, but names rmse",
            })
    void a_threshold_that_is_none_is_refused_in_one_line(String text, String complaint) {
        assertThatThrownBy(() -> RuleOptions.reach(text, "--reach", true, 10))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(complaint);
    }
}
