package nas.spec;

import nas.InvalidInputException;
import nas.data.Quoted;
import nas.data.Task;
import nas.select.WinnerRule;

/** The winner's rule as options of a command say it, in the words of a search-space file. */
public final class RuleOptions {
    private static final String CHOOSE = "objective.choose.";

    private RuleOptions() {}

    /**
     * Returns the rule that the smallest network within a share is good enough.
     *
     * @param text such as {@code 1%}, {@code 0.01} or {@code one-standard-error}
     * @param label the option
     * @throws InvalidInputException if it is none
     */
    public static WinnerRule within(String text, String label) {
        return read(CHOOSE + "within", text, label);
    }

    /**
     * Returns the rule that the smallest network that reaches a value of a metric is good enough.
     *
     * @param text such as {@code accuracy=0.976} or {@code accuracy=97.6%}
     * @param label the option
     * @param predictsClasses whether classes are told apart, and not numbers predicted
     * @param outputs how many outputs a network has
     * @throws InvalidInputException if it is none, or the metric is none of such data
     */
    public static WinnerRule reach(String text, String label, boolean predictsClasses, int outputs) {
        int equals = text.indexOf('=');
        String metric = text.substring(0, Math.max(0, equals)).strip();
        String value = text.substring(equals + 1).strip();
        if (metric.isEmpty() || value.isEmpty() || metric.contains(".")) {
            throw new InvalidInputException(
                    label + " must be METRIC=VALUE such as accuracy=0.976, but was " + Quoted.text(text));
        }
        MetricRule metrics = new MetricRule(predictsClasses ? Task.CLASSIFICATION : Task.REGRESSION, outputs);
        metrics.checkWord(metric, label);
        WinnerRule rule = read(CHOOSE + "reach." + metric, value, label);
        metrics.check(rule, label);
        return rule;
    }

    private static WinnerRule read(String key, String text, String label) {
        Problems problems = new Problems();
        Node.Mapping empty = Node.Mapping.empty(new Place.Option(label));
        Section root = Section.root(Overrides.NONE.with(key, text, label).over(empty), problems, "objective");
        WinnerRule rule = ObjectiveSection.read(root).rule();
        problems.throwFirst();
        return rule;
    }
}
