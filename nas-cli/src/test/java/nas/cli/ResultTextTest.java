package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nas.journal.DataSummary;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.Provenance;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.select.Finalist;
import nas.select.Race;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.LearningCurve;
import nas.trial.LossScale;
import nas.trial.Measures;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.junit.jupiter.api.Test;

class ResultTextTest {
    private static final Header HEADER = new Header(
            Instant.EPOCH,
            1,
            "evolution",
            "blas",
            new Aim(0.02, new WinnerRule.Within(0.02)),
            new DataSummary("iris", "classification", 4, 3, new DataSummary.Rows(100, 30, 20), "none"),
            new Provenance("1", "none", 1, "none", "none", "none", 1, null),
            new Origin("", "", List.of()),
            "{}",
            List.of());

    @Test
    void leaderboard_puts_losses_of_rungs_on_their_own_scale() {
        RunHistory history = new RunHistory(HEADER);
        history.add(trial(2, 0.5), 1);
        history.add(trial(20, 0.25), 2);
        assertThat(leaderboard(history)).containsExactly("20 tanh", "2 tanh");
        history.add(concluded(), 3);
        assertThat(leaderboard(history)).containsExactly("20 tanh", "2 tanh");
    }

    private static List<String> leaderboard(RunHistory history) {
        return ResultText.of(new RunFolder(Path.of("run")), history, RunState.INTERRUPTED, 2)
                .lines()
                .dropWhile(line -> !line.startsWith("Best 2 by the objective"))
                .skip(2)
                .limit(2)
                .map(line -> line.substring(line.lastIndexOf("  ") + 2))
                .toList();
    }

    private static TrialEnded trial(int units, double loss) {
        return new TrialEnded(new TrialResult(
                new Trial(genome(units), new Budget(9), 1, Fold.VALIDATION),
                new Outcome.Measured(measures(loss, 1), LearningCurve.EMPTY),
                new TrialResult.Effort("blas", "worker-0", 1)));
    }

    /** Losses of blocks are far larger, and so is what there is to learn: a small network need not win back much. */
    private static Concluded concluded() {
        Finalist only = new Finalist(genome(20), 163, measures(20, 100), 2, 0, 0, Finalist.Verdict.IN);
        return new Concluded(
                List.of(),
                new Race(List.of(only), List.of(), only, new LossScale(100, 20), 0, 1.6, only, true),
                Optional.empty(),
                Optional.empty());
    }

    private static Genome genome(int units) {
        return new Genome(new Architecture(List.of(new HiddenLayer(units, Activation.TANH, 0))), Recipe.DEFAULT);
    }

    private static Measures measures(double loss, double constantLoss) {
        return new Measures(loss, 0, constantLoss, 0.9, null);
    }
}
