package nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.select.Certificate;
import nas.select.DescentResult;
import nas.select.Finalist;
import nas.select.Neighbour;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;

/** Finalists and the winner's smaller neighbours as people read them. Losses are told as shares of what there is to learn. */
final class ConclusionText {
    private static final String FINALIST = "%s %12s  %10s  %17s  %-9s  ";
    private static final String NEIGHBOUR = "  %12s  %17s  %-16s  ";

    private final Concluded concluded;
    private final LeadingMetric metric;
    private final List<String> lines = new ArrayList<>();

    ConclusionText(Concluded concluded, LeadingMetric metric) {
        this.concluded = concluded;
        this.metric = metric;
    }

    /** Returns what is known of smaller networks, in words. */
    static String sentence(Certificate certificate) {
        if (certificate.neighboursTested() == 0) {
            return "no smaller network lies one step away in this space" + moves(certificate.moves());
        }
        return Figures.plural(certificate.neighboursTested(), "smaller network") + " one step away tested: "
                + certificate.shownWorse() + " shown worse, " + certificate.undecided() + " undecided, "
                + certificate.withinTolerance() + " within tolerance but not surely" + moves(certificate.moves());
    }

    private static String moves(int moves) {
        return moves == 0 ? "" : "; reached from the best finalist in " + Figures.plural(moves, "step") + " down";
    }

    /** Returns both tables, each after an empty line. */
    List<String> lines() {
        finalists();
        concluded
                .descent()
                .map(DescentResult::neighbours)
                .filter(found -> !found.isEmpty())
                .ifPresent(this::neighbours);
        return lines;
    }

    private void finalists() {
        lines.add("");
        lines.add("Finalists (worse by: share of what the best one learns, +- standard error)");
        row(
                "HIDDEN LAYERS",
                FINALIST,
                " ",
                "PARAMETERS",
                metric.label().toUpperCase(Locale.ROOT),
                "WORSE BY",
                "VERDICT");
        for (Finalist finalist : concluded.race().finalists()) {
            boolean isReference =
                    finalist.genome().equals(concluded.race().reference().genome());
            row(
                    finalist.genome().architecture().label(),
                    FINALIST,
                    finalist.genome().equals(concluded.race().winner().genome()) ? "*" : " ",
                    Figures.count(finalist.parameters()),
                    Figures.value(metric, finalist.measures()),
                    isReference ? "reference" : worse(finalist.difference(), finalist.standardError()),
                    word(finalist.verdict()));
        }
    }

    private void neighbours(List<Neighbour> neighbours) {
        lines.add("");
        lines.add("One step smaller than the winner");
        row("CHANGE", NEIGHBOUR, "PARAMETERS", "WORSE BY", "VERDICT");
        for (Neighbour neighbour : neighbours) {
            row(
                    neighbour.kind(),
                    NEIGHBOUR,
                    Figures.count(neighbour.parameters()),
                    worse(neighbour.difference(), neighbour.standardError()),
                    word(neighbour.verdict()));
        }
    }

    private String worse(@Nullable Double difference, @Nullable Double standardError) {
        return Optional.ofNullable(difference)
                .map(value -> share(value) + " +- " + share(standardError == null ? 0 : standardError) + " %")
                .orElse("failed");
    }

    private String share(double loss) {
        return String.format(
                Locale.ROOT, "%.2f", 100 * loss / concluded.race().scale().explained());
    }

    /** What is long goes on in the next line, below itself. */
    private void row(String last, String format, Object... cells) {
        String first = String.format(Locale.ROOT, format, cells);
        lines.addAll(Paragraph.lines(first, " ".repeat(first.length()), last));
    }

    private static String word(Finalist.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Neighbour.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
