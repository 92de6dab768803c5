package nas.spec;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.Quoted;
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
    /** The key of a search-space file that says the rule. */
    static final String KEY = "objective.choose.reach";

    /**
     * Sees whether a rule can be kept.
     *
     * @param label the key or option that it was said by
     * @throws InvalidInputException if the rule asks for a metric that these data do not have
     */
    void check(WinnerRule rule, String label) {
        if (rule instanceof WinnerRule.Reach reach && !allowed().contains(reach.metric())) {
            throw new InvalidInputException(
                    label + " " + must() + ", but names " + ObjectiveSection.word(reach.metric()));
        }
    }

    /** @throws InvalidInputException if a word names no metric at all */
    void checkWord(String word, String label) {
        if (!ObjectiveSection.isMetric(word)) {
            throw new InvalidInputException(
                    label + " " + must() + ", but names " + Quoted.text(word) + Suggestions.didYouMean(word, words()));
        }
    }

    private String must() {
        return "must name " + String.join(" or ", words()) + " where " + what() + " predicted";
    }

    private List<String> words() {
        return allowed().stream().map(ObjectiveSection::word).toList();
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
