package nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nas.journal.DataSummary;
import nas.journal.JournalRecord.Concluded;
import nas.select.Certificate;
import nas.select.DescentResult;
import nas.select.Finalist;
import nas.select.Neighbour;
import nas.select.Race;
import nas.space.Genome;
import org.jspecify.annotations.Nullable;

/** Finalists and the winner's smaller neighbours as people read them. Losses are told as shares of what there is to learn. */
final class ConclusionText {
    private static final String FINALIST = "%s %12s  %10s  %17s  %-9s  ";
    private static final String NEIGHBOUR = "  %12s  %17s  %-16s  ";

    private final Concluded concluded;
    private final DataSummary data;
    private final List<String> lines = new ArrayList<>();

    ConclusionText(Concluded concluded, DataSummary data) {
        this.concluded = concluded;
        this.data = data;
    }

    /** Returns what is known of smaller networks, in words. */
    static String sentence(Certificate certificate) {
        return neighbours(certificate) + moves(certificate.moves());
    }

    private static String neighbours(Certificate certificate) {
        if (certificate.isCut()) {
            return "no time was left to test smaller networks one step away (resume --time-limit goes on)";
        }
        if (certificate.neighboursTested() == 0) {
            return "no smaller network lies one step away in this space";
        }
        return Figures.plural(certificate.neighboursTested(), "smaller network") + " one step away tested: "
                + certificate.shownWorse() + " shown worse, " + certificate.undecided() + " undecided, "
                + certificate.withinTolerance() + " within tolerance but not surely";
    }

    private static String moves(int moves) {
        return moves == 0 ? "" : "; reached from the finalist marked * in " + Figures.plural(moves, "step") + " down";
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
        Race race = concluded.race();
        lines.add("");
        lines.add("Finalists (worse by: share of what the best one learns, +- standard error)");
        row("HIDDEN LAYERS", FINALIST, " ", "PARAMETERS", Figures.heading(data.metric()), "WORSE BY", "VERDICT");
        race.finalists().forEach(this::finalist);
        race.failed().forEach(this::failed);
        if (!concluded.descentStart().equals(race.winner().genome())) {
            String refused = race.winner().genome().architecture().label();
            lines.addAll(Paragraph.lines(
                    "", "", refused + " won here but not when rows were divided anew; steps down begin at *."));
        }
    }

    private void finalist(Finalist finalist) {
        boolean isReference =
                finalist.genome().equals(concluded.race().reference().genome());
        row(
                finalist.genome().architecture().label(),
                FINALIST,
                finalist.genome().equals(concluded.descentStart()) ? "*" : " ",
                Figures.count(finalist.parameters()),
                Figures.value(data.metric(), finalist.measures()),
                isReference ? "reference" : worse(finalist.difference(), finalist.standardError()),
                word(finalist.verdict()));
    }

    private void failed(Genome genome) {
        String parameters = Figures.count(genome.parameters(data.inputs(), data.outputs()));
        row(genome.architecture().label(), FINALIST, " ", parameters, "-", "-", "failed");
    }

    private void neighbours(List<Neighbour> neighbours) {
        lines.add("");
        lines.add("One step smaller than the winner");
        row("CHANGE", NEIGHBOUR, "PARAMETERS", Figures.judgedBy(neighbours), "VERDICT");
        for (Neighbour neighbour : neighbours) {
            row(
                    neighbour.kind(),
                    NEIGHBOUR,
                    Figures.count(neighbour.parameters()),
                    Figures.judged(neighbour, concluded.race().scale().explained()),
                    word(neighbour.verdict()));
        }
    }

    private String worse(@Nullable Double difference, @Nullable Double standardError) {
        return Figures.worse(difference, standardError, concluded.race().scale().explained());
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
