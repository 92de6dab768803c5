package nas.cli;

import com.google.common.base.Strings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.journal.JournalRecord.Concluded;
import nas.journal.RunAnswer;
import nas.journal.RunCounts;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.journal.TestMeasures;
import nas.journal.TriedRule;
import nas.select.Assessed;
import nas.select.CorrectedMeasures;
import nas.select.Selection;
import nas.trial.Folding;
import nas.trial.LeadingMetric;
import nas.trial.Measures;

/** The result of a run as people read it: winner, Pareto front, leaderboard and where everything lies. */
final class ResultText {
    private static final int LABEL = 12;

    private final RunFolder folder;
    private final RunHistory history;
    private final RunState state;
    private final StringBuilder text = new StringBuilder();

    private ResultText(RunFolder folder, RunHistory history, RunState state) {
        this.folder = folder;
        this.history = history;
        this.state = state;
    }

    /** Returns the result with the best genomes by the objective, as many as asked for; 0 leaves them out. */
    static String of(RunFolder folder, RunHistory history, RunState state, int top) {
        return new ResultText(folder, history, state).whole(top);
    }

    private String whole(int top) {
        head();
        Optional<RunAnswer> answer = history.answer();
        answer.ifPresent(found -> {
            winner(found);
            table("Pareto front (no network is both smaller and of lower loss " + onWhat() + ")", found.front(), found);
            history.concluded().ifPresent(this::conclusion);
            List<Assessed> best = leaderboard(top);
            if (!best.isEmpty()) {
                table("Best " + best.size() + " by the objective", best, found);
            }
        });
        if (answer.isEmpty()) {
            line("No network has been measured yet.");
        }
        foot(answer.isPresent());
        return text.toString();
    }

    private void conclusion(Concluded concluded) {
        new ConclusionText(concluded, history.header().data()).lines().forEach(this::line);
        new RulesOfThumbText(metric()).lines(TriedRule.of(history)).forEach(this::line);
    }

    private void head() {
        String took = history.end()
                .map(end -> " in " + Figures.rough(millis(end.searchSeconds() + end.finalSeconds())))
                .orElse("");
        String why = history.end()
                .filter(end -> end.isFailed())
                .map(end -> ": " + end.failure())
                .orElse("");
        line("Run " + folder.name() + ": " + state.word() + took + why);
    }

    private void winner(RunAnswer answer) {
        Assessed winner = answer.winner();
        Measures measures = winner.measures();
        line("");
        boolean isChosen = history.concluded().isPresent() || history.end().isPresent();
        line((isChosen ? "Winner: " : "So far: ")
                + winner.genome().architecture().label() + ", " + Figures.count(winner.parameters()) + " parameters");
        String lossText =
                Figures.significant(measures.loss()) + " +- " + Figures.significant(measures.lossStandardError());
        entry(
                validation(),
                Figures.metric(metric(), measures) + TestText.plainAccuracy(metric(), measures.accuracy()) + ", loss "
                        + lossText);
        TestMeasures.of(history, winner.genome()).ifPresent(this::test);
        history.concluded().flatMap(Concluded::unseen).ifPresent(this::unseen);
        String reason = history.header().data().leadingReason();
        if (reason != null) {
            entry("metric", metric().label() + " first, because " + reason);
        }
        entry("recipe", RecipeText.of(winner.genome().recipe()));
        entry("rule", answer.sentence());
        answer.certificate().ifPresent(certificate -> entry("certificate", ConclusionText.sentence(certificate)));
    }

    private String validation() {
        Folding folding = history.header().data().folding();
        if (history.concluded().isPresent()) {
            return "validation";
        }
        return folding.isFolded() ? folding.count() + " folds" : "validation";
    }

    private String onWhat() {
        boolean isOverFolds = history.header().data().folding().isFolded()
                && history.concluded().isEmpty();
        return isOverFolds ? "over " + validation() : "on validation rows";
    }

    private void test(TestMeasures test) {
        entry("test", TestText.of(test, history));
    }

    /** Where there are no test rows. */
    private void unseen(CorrectedMeasures unseen) {
        Measures measures = new Measures(unseen.loss(), unseen.lossDeviation(), 0, unseen.accuracy(), unseen.rmse());
        entry(
                "unseen rows",
                Figures.metric(metric(), measures) + ", loss " + Figures.significant(unseen.loss()) + " +- "
                        + Figures.significant(unseen.lossDeviation())
                        + " to be expected of what the rule chooses (BBC-CV)");
    }

    private LeadingMetric metric() {
        return history.header().data().metric();
    }

    /** Losses of the search stand on its own scale: finalists train longer and are measured on other rows. */
    private List<Assessed> leaderboard(int top) {
        double perDecade = history.header().aim().perDecade();
        return history.selection().map(Selection::scale).stream()
                .flatMap(scale -> history.assessed().stream()
                        .sorted(Comparator.comparingDouble(
                                        (Assessed each) -> scale.objective(each.loss(), each.parameters(), perDecade))
                                .thenComparing(Assessed.BY_SIZE)))
                .limit(top)
                .toList();
    }

    private void table(String title, List<Assessed> rows, RunAnswer answer) {
        line("");
        line(title);
        String metric = metric().label().toUpperCase(Locale.ROOT);
        int width = Math.max(12, metric.length());
        String row = "%s %12s  %10s  %" + width + "s  %s";
        line(String.format(Locale.ROOT, row, " ", "PARAMETERS", "LOSS", metric, "HIDDEN LAYERS"));
        for (Assessed each : rows) {
            String first = String.format(
                    Locale.ROOT,
                    row,
                    each.genome().equals(answer.winner().genome()) ? "*" : " ",
                    Figures.count(each.parameters()),
                    Figures.significant(each.loss()),
                    Figures.value(metric(), each.measures()),
                    "");
            Paragraph.lines(
                            first,
                            " ".repeat(first.length()),
                            each.genome().architecture().label())
                    .forEach(this::line);
        }
    }

    private void foot(boolean hasWinner) {
        RunCounts counts = RunCounts.of(history);
        line("");
        String counted = Figures.plural(counts.genomes(), "genome") + " in "
                + Figures.plural(history.generations().size(), "generation") + ", "
                + Figures.plural(counts.trials(), "trial") + ", " + Figures.plural(counts.epochs(), "epoch") + ", "
                + Figures.plural(counts.duplicates(), "duplicate") + ", " + Figures.count(counts.failed()) + " failed"
                + (counts.pruned() > 0 ? ", " + Figures.count(counts.pruned()) + " pruned" : "")
                + (counts.reused() > 0 ? ", " + Figures.count(counts.reused()) + " reused" : "");
        Paragraph.lines("", "  ", counted).forEach(this::line);
        history.promiseExceptions()
                .forEach(why -> Paragraph.lines("Outside the promise of equal results: ", "  ", why)
                        .forEach(this::line));
        boolean isSaved = hasWinner && state == RunState.COMPLETE;
        line((isSaved ? "The trained winner and the journal lie in " : "The journal lies in ") + folder.path());
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    private void entry(String label, String value) {
        String indent = "  " + " ".repeat(LABEL);
        Paragraph.lines("  " + Strings.padEnd(label, LABEL, ' '), indent, value).forEach(this::line);
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
