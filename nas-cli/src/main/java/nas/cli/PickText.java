package nas.cli;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.journal.DataSummary;
import nas.journal.RunAnswer;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.TestMeasures;
import nas.select.Assessed;
import nas.select.Finalist;
import nas.select.Pick;
import nas.trial.LeadingMetric;
import nas.trial.Measures;

/** Another answer to what a run has trained, as people read it. */
final class PickText {
    private static final int LABEL = 12;

    private final RunFolder folder;
    private final RunHistory history;
    private final PickedAnswer picked;
    private final List<String> lines = new ArrayList<>();

    PickText(RunFolder folder, RunHistory history, PickedAnswer picked) {
        this.folder = folder;
        this.history = history;
        this.picked = picked;
    }

    /** Returns all lines. */
    List<String> lines() {
        lines.add("Run " + folder.name() + ", decided again without training anything");
        winner();
        picked.pick().ifPresentOrElse(this::compared, this::single);
        picked.pick().ifPresent(this::missed);
        open();
        return lines;
    }

    private void single() {
        lines.add("");
        lines.addAll(Paragraph.lines(
                "",
                "",
                "By single trainings of the search, the longest so far: no finalists were trained yet, so more seeds are"
                        + " needed to be sure."));
    }

    private void winner() {
        RunAnswer answer = picked.answer();
        Assessed winner = answer.winner();
        Measures measures = winner.measures();
        lines.add("");
        lines.add("Picked: " + winner.genome().architecture().label() + ", " + Figures.count(winner.parameters())
                + " parameters");
        entry(
                "validation",
                Figures.metric(data().metric(), measures) + ", loss " + Figures.significant(measures.loss()) + " +- "
                        + Figures.significant(measures.lossStandardError()));
        asked(measures);
        if (data().rows().test() > 0) {
            entry(
                    "test",
                    TestMeasures.of(history, winner.genome())
                            .map(test -> TestText.of(test, history))
                            .orElse("not opened for this network"));
        }
        entry("rule", answer.sentence());
    }

    /** What was to be reached may be another metric than the one that leads. */
    private void asked(Measures measures) {
        Optional<LeadingMetric> asked = picked.rule()
                .match(within -> Optional.empty(), one -> Optional.empty(), reach -> Optional.of(reach.metric()));
        asked.filter(metric -> metric != data().metric())
                .ifPresent(metric -> entry("", Figures.metric(metric, measures)));
    }

    private void compared(Pick pick) {
        lines.add("");
        lines.add("Chosen among (worse by: share of what the best one learns, +- standard error)");
        row("HIDDEN LAYERS", " ", "PARAMETERS", Figures.heading(data().metric()), "WORSE BY", "BLOCKS", "VERDICT");
        pick.compared().forEach(each -> compared(each, pick));
    }

    private void compared(Finalist each, Pick pick) {
        boolean isWinner = each.genome().equals(picked.answer().winner().genome());
        row(
                each.genome().architecture().label(),
                isWinner ? "*" : " ",
                Figures.count(each.parameters()),
                Figures.value(data().metric(), each.measures()),
                worse(each, pick),
                each.blocks(),
                each.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static String worse(Finalist each, Pick pick) {
        return each.genome().equals(pick.reference().genome())
                ? "reference"
                : Figures.worse(
                        each.difference(), each.standardError(), pick.scale().explained());
    }

    /** One alone may be in where the first of a sequence, chosen among all by what is tested, is not sure enough. */
    private void missed(Pick pick) {
        boolean isAnyIn = pick.compared().stream().anyMatch(each -> each.verdict() == Finalist.Verdict.IN);
        if (!pick.isMet() && isAnyIn) {
            lines.add("");
            lines.addAll(
                    Paragraph.lines(
                            "",
                            "",
                            "What is in reaches it with 95 % confidence by itself. But the first to be tested was chosen among "
                                    + "several by how it did, so it has to be surer than that, and is not: more seeds would tell."));
        }
    }

    private void open() {
        if (!picked.open().isEmpty()) {
            lines.add("");
            lines.addAll(Paragraph.lines(
                    "",
                    "",
                    Figures.plural(picked.open().size(), "smaller network")
                            + " among these may be good enough, but not surely: more seeds would tell. A search with"
                            + " --reuse " + folder.name() + " and this rule trains what is missing."));
        }
    }

    private DataSummary data() {
        return history.header().data();
    }

    private void row(String last, Object... cells) {
        String first = String.format(Locale.ROOT, "%s %12s  %10s  %17s  %6s  %-9s  ", cells);
        lines.addAll(Paragraph.lines(first, " ".repeat(first.length()), last));
    }

    private void entry(String label, String value) {
        lines.addAll(Paragraph.lines("  " + Strings.padEnd(label, LABEL, ' '), "  " + " ".repeat(LABEL), value));
    }
}
