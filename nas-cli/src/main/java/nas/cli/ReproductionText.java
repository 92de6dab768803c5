package nas.cli;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nas.export.Reproduction;
import nas.journal.Provenance;
import nas.journal.RunHistory;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import nas.trial.Trial;
import nas.trial.TrialResult;

/** How a winner's training once more compares with what was saved, as people read it. */
final class ReproductionText {
    private static final int LABEL = 18;

    private final RunHistory history;
    private final TrialResult recorded;
    private final Reproduction found;
    private final Provenance now;
    private final List<String> lines = new ArrayList<>();

    ReproductionText(RunHistory history, TrialResult recorded, Reproduction found, Provenance now) {
        this.history = history;
        this.recorded = recorded;
        this.found = found;
        this.now = now;
    }

    /** Returns all lines. */
    List<String> lines() {
        Trial trial = recorded.trial();
        lines.addAll(Paragraph.lines(
                verdict() + ": ",
                "  ",
                trial.genome().architecture().label() + ", trained once more for "
                        + Figures.plural(trial.budget().epochs(), "epoch") + " with seed " + trial.seed()));
        entry("parameters", parameters());
        entry("loss", loss(found.recorded(), Measures::loss));
        LeadingMetric metric = history.header().data().metric();
        entry(metric.label(), metric(metric));
        entry("kernels", kernels());
        return lines;
    }

    private String verdict() {
        return switch (found.verdict()) {
            case IDENTICAL -> "Identical";
            case WITHIN_ROUNDING -> "Equal within rounding";
            case DIFFERENT -> "Different";
        };
    }

    private String parameters() {
        String all = Figures.count(found.parameters());
        return found.unequalParameters() == 0
                ? "all " + all + " equal bit by bit"
                : Figures.count(found.unequalParameters()) + " of " + all + " differ, by at most "
                        + String.format(Locale.ROOT, "%.1e", found.largestDifference());
    }

    /** Reads a measure. */
    @FunctionalInterface
    private interface Reading {
        double of(Measures measures);
    }

    private String loss(Measures then, Reading reading) {
        double before = reading.of(then);
        return found.measured()
                .map(measures -> compared(
                        reading.of(measures) == before, Double.toString(reading.of(measures)), Double.toString(before)))
                .orElse("none, the training failed");
    }

    private String metric(LeadingMetric metric) {
        return found.measured()
                .map(measures -> compared(
                        metric.of(measures).equals(metric.of(found.recorded())),
                        Figures.value(metric, measures),
                        Figures.value(metric, found.recorded())))
                .orElse("none, the training failed");
    }

    private static String compared(boolean isEqual, String now, String then) {
        return now + (isEqual ? ", as recorded" : ", but " + then + " was recorded");
    }

    private String kernels() {
        String then = String.join(" and ", history.kernels());
        return then.equals(now.kernels()) ? then + ", as then" : now.kernels() + " now, " + then + " then";
    }

    private void entry(String label, String value) {
        lines.addAll(Paragraph.lines("  " + Strings.padEnd(label, LABEL, ' '), "  " + " ".repeat(LABEL), value));
    }
}
