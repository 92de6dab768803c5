package nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nas.journal.TriedRule;
import nas.select.Assessed;
import nas.trial.LeadingMetric;

/** How rules of thumb did, as people read it. */
final class RulesOfThumbText {
    private static final String ROW = "  %12s  %10s  %6s  ";

    private final LeadingMetric metric;

    /** Makes a text that leads with this metric. */
    RulesOfThumbText(LeadingMetric metric) {
        this.metric = metric;
    }

    /** Returns a table after an empty line; nothing where no rule was tried. */
    List<String> lines(List<TriedRule> rules) {
        List<String> lines = new ArrayList<>();
        if (!rules.isEmpty()) {
            lines.add("");
            lines.add("Rules of thumb (2/3 inputs + outputs; between the two; below twice the inputs)");
            lines.add(
                    String.format(Locale.ROOT, ROW, "PARAMETERS", Figures.heading(metric), "EPOCHS") + "HIDDEN UNITS");
            rules.forEach(tried -> lines.addAll(lines(tried)));
        }
        return lines;
    }

    private List<String> lines(TriedRule tried) {
        String cells = String.format(
                Locale.ROOT,
                ROW,
                tried.assessed().map(Assessed::parameters).map(Figures::count).orElse("-"),
                tried.assessed()
                        .map(assessed -> Figures.value(metric, assessed.measures()))
                        .orElse("failed"),
                tried.epochs());
        return Paragraph.lines(cells, " ".repeat(cells.length()), tried.rule().word() + " rule: " + units(tried));
    }

    private static String units(TriedRule tried) {
        String label = tried.genome().architecture().label();
        return tried.isClipped() ? tried.units() + " units, clipped to " + label : label;
    }
}
