package nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunHistory;
import nas.report.Ancestry;
import nas.report.GeneImportance;
import nas.report.importance.Importance;
import nas.report.importance.Importance.Effect;
import nas.select.DescentMove;
import nas.select.DescentResult;
import nas.select.Neighbour;
import nas.space.Genome;

/** What a run has to tell besides its result, as people read it: what more would bring, which choices matter, how it came. */
final class StoryText {
    private static final int MOST_EFFECTS = 6;
    private static final double LEAST_SHARE = 0.005;

    private final RunHistory history;
    private final List<String> lines = new ArrayList<>();

    StoryText(RunHistory history) {
        this.history = history;
    }

    /** Returns all lines, each part after an empty one. */
    List<String> lines() {
        history.concluded()
                .flatMap(Concluded::descent)
                .map(DescentResult::enlargements)
                .ifPresent(this::larger);
        GeneImportance.of(history).ifPresent(this::importance);
        lineage();
        return lines;
    }

    private void larger(List<Neighbour> enlargements) {
        if (!enlargements.isEmpty()) {
            double explained = history.concluded().orElseThrow().race().scale().explained();
            head("One step larger than the winner (where it brings most, a bottleneck was)");
            lines.add(String.format(Locale.ROOT, "  %12s  %17s  CHANGE", "PARAMETERS", Figures.judgedBy(enlargements)));
            enlargements.forEach(each -> {
                String first = String.format(
                        Locale.ROOT,
                        "  %12s  %17s  ",
                        Figures.count(each.parameters()),
                        Figures.judged(each, explained));
                lines.addAll(Paragraph.lines(first, " ".repeat(first.length()), each.kind()));
            });
        }
    }

    private void importance(GeneImportance importance) {
        head("Which choice matters (share of the variance of the loss; 80 % of the trees)");
        int networks = importance.rung().measured().size();
        if (networks < Importance.LEAST_OBSERVATIONS) {
            lines.add("  too few networks to tell: " + Figures.plural(networks, "network") + " after "
                    + Figures.plural(importance.rung().epochs(), "epoch") + ", at least "
                    + Importance.LEAST_OBSERVATIONS + " are needed");
        } else {
            importance.found().ifPresentOrElse(this::effects, () -> lines.add("  all networks are alike"));
        }
    }

    private void effects(Importance found) {
        List<Effect> told = found.effects().stream()
                .filter(effect -> effect.share().mean() >= LEAST_SHARE)
                .limit(MOST_EFFECTS)
                .toList();
        told.forEach(this::effect);
        String explains =
                "the forest explains " + Figures.percent(Math.max(0, found.fit())) + " of what it was not grown from";
        lines.add("  " + (told.isEmpty() ? "none; all losses are alike" : explains));
    }

    private void effect(Effect effect) {
        String first = String.format(
                Locale.ROOT,
                "  %6s  %15s  ",
                Figures.percent(effect.share().mean()),
                String.format(
                        Locale.ROOT,
                        "%.0f to %.0f %%",
                        100 * effect.share().low(),
                        100 * effect.share().high()));
        lines.addAll(Paragraph.lines(first, " ".repeat(first.length()), String.join(" x ", effect.factors())));
    }

    private void lineage() {
        List<Ancestry.Step> steps = Ancestry.ofWinner(history).steps();
        if (!steps.isEmpty()) {
            head("Where the winner came from");
            steps.forEach(step ->
                    step("generation " + step.generation(), step.genome(), String.join(", ", step.operators())));
            history.concluded().flatMap(Concluded::descent).map(DescentResult::moves).orElse(List.of()).stream()
                    .map(DescentMove::to)
                    .forEach(to -> step("step down", to.genome(), to.kind()));
        }
    }

    private void step(String when, Genome genome, String how) {
        String first = String.format(
                Locale.ROOT,
                "  %-14s %10s  ",
                when,
                Figures.count(genome.parameters(
                        history.header().data().inputs(),
                        history.header().data().outputs())));
        lines.addAll(Paragraph.lines(
                first, " ".repeat(first.length()), genome.architecture().label() + " by " + how));
    }

    private void head(String title) {
        lines.add("");
        lines.add(title);
    }
}
