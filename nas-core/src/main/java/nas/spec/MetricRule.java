package nas.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.InvalidInputException;
import nas.data.Task;
import nas.select.WinnerRule;
import nas.trial.LeadingMetric;

/**
 * Which metrics there are to be reached.
 *
 * @param task what is predicted
 * @param outputs how many outputs a network has
 */
record MetricRule(Task task, int outputs) {
    /** @throws InvalidInputException if a rule asks for a metric that these data do not have */
    void check(WinnerRule rule) {
        if (rule instanceof WinnerRule.Reach reach && !allowed().contains(reach.metric())) {
            List<String> words = allowed().stream().map(ObjectiveSection::word).toList();
            throw new InvalidInputException("objective.choose.reach must name " + String.join(" or ", words) + " where "
                    + what() + " predicted, but names " + ObjectiveSection.word(reach.metric()));
        }
    }

    /** Several numbers have no unit in common. */
    private ImmutableList<LeadingMetric> allowed() {
        return switch (task) {
            case CLASSIFICATION -> ImmutableList.of(LeadingMetric.ACCURACY, LeadingMetric.BALANCED_ACCURACY);
            case REGRESSION ->
                outputs == 1
                        ? ImmutableList.of(LeadingMetric.RMSE, LeadingMetric.R2)
                        : ImmutableList.of(LeadingMetric.R2);
        };
    }

    private String what() {
        return switch (task) {
            case CLASSIFICATION -> "classes are";
            case REGRESSION -> outputs == 1 ? "a number is" : "several numbers are";
        };
    }
}
