package nas.cli;

import nas.journal.RunHistory;
import nas.journal.TestMeasures;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;

/** What the winner did on the test rows, as people read it. */
final class TestText {
    private TestText() {}

    /** Returns such as {@code accuracy 86.9 % +- 0.2654 points, loss 0.3682 (5 seeds)}. */
    static String of(TestMeasures test, RunHistory history) {
        LeadingMetric metric = history.header().data().metric();
        String value = test.leadingMean()
                .map(mean -> Figures.value(metric, mean) + spread(test, metric))
                .orElse("-");
        return metric.label() + " " + value
                + plainAccuracy(metric, test.accuracy().orElse(null)) + ", loss " + Figures.significant(test.loss())
                + " (" + test.seeds() + " seeds"
                + (history.openings() > 1 ? ", opened " + history.openings() + " times" : "") + ")";
    }

    private static String spread(TestMeasures test, LeadingMetric metric) {
        double factor = metric.isShare() ? 100 : 1;
        String unit = metric.isShare() ? " points" : "";
        return test.standardDeviation()
                .map(deviation -> " +- " + Figures.significant(factor * deviation) + unit)
                .orElse("");
    }

    /** Where another metric of classes leads, people still want to know this one. */
    static String plainAccuracy(LeadingMetric metric, @Nullable Double accuracy) {
        return accuracy == null || metric == LeadingMetric.ACCURACY ? "" : ", accuracy " + Figures.percent(accuracy);
    }
}
