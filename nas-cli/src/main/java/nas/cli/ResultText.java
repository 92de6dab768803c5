package nas.cli;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nas.journal.FinalTest;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.select.Assessed;
import nas.select.Selection;
import nas.trial.Fold;
import nas.trial.Measures;
import nas.trial.TrialResult;

/** The result of a run as people read it: winner, Pareto front, leaderboard and where everything lies. */
final class ResultText {
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
        Optional<Selection> selection = history.selection();
        selection.ifPresent(found -> {
            winner(found);
            table("Pareto front (no network is both smaller and better on validation rows)", found.front(), found);
            if (top > 0) {
                List<Assessed> best = leaderboard(found, top);
                table("Best " + best.size() + " by the objective", best, found);
            }
        });
        if (selection.isEmpty()) {
            line("No network has been measured yet.");
        }
        foot(selection.isPresent());
        return text.toString();
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

    private void winner(Selection selection) {
        Assessed winner = selection.winner();
        Measures measures = winner.measures();
        line("");
        line("Winner: " + winner.genome().architecture().label() + ", " + Figures.count(winner.parameters())
                + " parameters");
        String lossText = Figures.loss(measures.loss()) + " +- " + Figures.significant(measures.lossStandardError());
        line("  validation  " + Figures.leadingName(measures) + " " + Figures.leading(measures) + ", loss " + lossText);
        FinalTest.of(history, winner.genome()).ifPresent(this::test);
        line("  rule        " + rule(selection));
    }

    private void test(FinalTest test) {
        String leading = test.accuracy()
                .map(accuracy -> "accuracy " + Figures.percent(accuracy) + spread(test, 100, " points"))
                .orElseGet(() -> test.rmse()
                        .map(rmse -> "rmse " + Figures.significant(rmse) + spread(test, 1, ""))
                        .orElse(""));
        line("  test        " + leading + ", loss " + Figures.loss(test.loss()) + " (" + test.seeds()
                + " seeds, opened once)");
    }

    private static String spread(FinalTest test, double factor, String unit) {
        return test.standardDeviation()
                .map(deviation -> " +- " + Figures.significant(factor * deviation) + unit)
                .orElse("");
    }

    private String rule(Selection selection) {
        String rule = history.header().aim().rule().text();
        if (selection.scale().isFloorBinding()) {
            return rule + "; nothing beats the constant prediction";
        }
        String kept = String.format(Locale.ROOT, "%.1f %%", 100 * (1 - selection.sacrifice()));
        return rule + ": keeps at least " + kept + " of what the best learns";
    }

    private List<Assessed> leaderboard(Selection selection, int top) {
        double perDecade = history.header().aim().perDecade();
        return history.assessed().stream()
                .sorted(Comparator.comparingDouble((Assessed each) ->
                                selection.scale().objective(each.loss(), each.parameters(), perDecade))
                        .thenComparing(Assessed.BY_SIZE))
                .limit(top)
                .toList();
    }

    private void table(String title, List<Assessed> rows, Selection selection) {
        line("");
        line(title);
        String metric = Figures.leadingName(selection.winner().measures()).toUpperCase(Locale.ROOT);
        line(String.format(Locale.ROOT, "  %12s  %10s  %12s  %s", "PARAMETERS", "LOSS", metric, "HIDDEN LAYERS"));
        for (Assessed row : rows) {
            line(String.format(
                    Locale.ROOT,
                    "%s %12s  %10s  %12s  %s",
                    row.equals(selection.winner()) ? "*" : " ",
                    Figures.count(row.parameters()),
                    Figures.loss(row.loss()),
                    Figures.leading(row.measures()),
                    row.genome().architecture().label()));
        }
    }

    private void foot(boolean hasWinner) {
        long genomes = history.trials(Fold.VALIDATION).count();
        int duplicates = history.generations().stream()
                .mapToInt(GenerationEnded::duplicates)
                .sum();
        long failed = history.trials().stream()
                .flatMap(result -> result.failure().stream())
                .count();
        long epochs = history.trials().stream()
                .map(TrialResult::trial)
                .mapToLong(trial -> trial.budget().epochs())
                .sum();
        line("");
        line(Figures.count(genomes) + " genomes in " + history.generations().size() + " generations, "
                + Figures.count(history.trials().size()) + " trials, " + Figures.count(epochs) + " epochs, "
                + duplicates
                + " duplicates, " + failed + " failed");
        boolean isSaved = hasWinner && state == RunState.COMPLETE;
        line((isSaved ? "The trained winner and the journal lie in " : "The journal lies in ") + folder.path());
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
