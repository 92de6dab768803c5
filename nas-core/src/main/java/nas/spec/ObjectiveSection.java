package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;
import nas.run.ObjectiveSettings;
import nas.select.WinnerRule;
import nas.trial.LeadingMetric;

/** Reads {@code objective}: what is minimised, and which network is good enough. */
final class ObjectiveSection {
    static final String ONE_STANDARD_ERROR = "one-standard-error";

    /** Results tell the second one by another name, which is understood too. */
    private static final ImmutableMap<String, LeadingMetric> METRICS = ImmutableMap.of(
            "accuracy",
            LeadingMetric.ACCURACY,
            "balanced_accuracy",
            LeadingMetric.BALANCED_ACCURACY,
            LeadingMetric.BALANCED_ACCURACY.key(),
            LeadingMetric.BALANCED_ACCURACY,
            "rmse",
            LeadingMetric.RMSE,
            "r2",
            LeadingMetric.R2);

    private static final String WITHIN = "a share such as 2% or 0.02, or " + ONE_STANDARD_ERROR;
    private static final Range<Double> PROPER = Range.open(0.0, 1.0);

    private ObjectiveSection() {}

    /** Reads what a file says about the objective. */
    static ObjectiveSettings read(Section file) {
        Section section = file.section("objective", "penalty", "max_params", "choose");
        ObjectiveSettings usual = ObjectiveSettings.DEFAULT;
        return new ObjectiveSettings(
                section.section("penalty", "per_decade")
                        .read("per_decade", usual.perDecade(), value -> value.share(PROPER)),
                section.read("choose", usual.rule(), ObjectiveSection::rule),
                section.find("max_params", value -> value.integer(Range.closed(1L, Long.MAX_VALUE)))
                        .orElse(null));
    }

    /** Returns the word of a metric that is to be reached. */
    static String word(LeadingMetric metric) {
        return METRICS.entrySet().stream()
                .filter(entry -> entry.getValue() == metric)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Tells whether a word names a metric that may be reached. */
    static boolean isMetric(String word) {
        return METRICS.containsKey(word);
    }

    private static WinnerRule rule(Value value) {
        Section section = Section.of(value, "within", "reach");
        WinnerRule within = section.read("within", ObjectiveSettings.DEFAULT.rule(), ObjectiveSection::within);
        WinnerRule rule = section.read("reach", within, ObjectiveSection::reach);
        if (section.has("within") && section.has("reach")) {
            throw value.problem("must have one of within and reach, but has both");
        }
        return rule;
    }

    private static WinnerRule within(Value value) {
        String text = value.scalar(WITHIN).text();
        if (text.equals(ONE_STANDARD_ERROR)) {
            return new WinnerRule.OneStandardError();
        }
        if (!value.isPlain(NumberText::isNumber)) {
            throw value.problem(value.rule(WITHIN)
                    + value.quotesHint(NumberText::isNumber)
                    + Meant.hint(text, List.of(ONE_STANDARD_ERROR)));
        }
        return new WinnerRule.Within(value.share(PROPER));
    }

    private static WinnerRule reach(Value value) {
        Section section = Section.of(value, METRICS.keySet().toArray(String[]::new));
        List<WinnerRule> rules = new ArrayList<>();
        METRICS.forEach((word, metric) -> section.find(word, item -> threshold(item, metric))
                .ifPresent(threshold -> rules.add(new WinnerRule.Reach(metric, threshold))));
        if (section.isClean() && rules.size() != 1) {
            throw value.problem("must have one metric such as {accuracy: 97.6%}, but has " + rules.size());
        }
        return rules.isEmpty() ? ObjectiveSettings.DEFAULT.rule() : rules.get(0);
    }

    private static double threshold(Value value, LeadingMetric metric) {
        return switch (metric) {
            case ACCURACY, BALANCED_ACCURACY, R2 -> value.share(PROPER);
            case RMSE -> value.real(Range.greaterThan(0.0));
        };
    }
}
