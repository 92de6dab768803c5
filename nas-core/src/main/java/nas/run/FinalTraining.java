package nas.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.Seeds;
import nas.journal.DataSummary;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.Detail;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/**
 * Trains the winner for good, on all training and validation rows with new seeds, and opens the test rows. Where there
 * are none it is trained once.
 */
final class FinalTraining {
    private static final int SEEDS = 5;

    private final SearchSettings settings;
    private final boolean hasTestRows;
    private final TrialLedger ledger;

    FinalTraining(SearchSettings settings, DataSummary data, TrialLedger ledger) {
        this.settings = settings;
        this.hasTestRows = data.rows().test() > 0;
        this.ledger = ledger;
    }

    /**
     * What came of it.
     *
     * @param trained the training of the first seed that did not fail, with its parameters; empty where all did
     * @param failure why there is none, or an empty text
     */
    record Ending(Optional<TrialResult> trained, String failure) {}

    /** Returns the number of trials that this takes. */
    int trials() {
        return trials(hasTestRows);
    }

    /** Returns the number of trials that it takes where there are test rows, or none. */
    static int trials(boolean hasTestRows) {
        return hasTestRows ? SEEDS : 1;
    }

    /**
     * Trains the winner, for all epochs or, where its recipe stops early, for as many as it was best after: there are no
     * validation rows left to tell.
     *
     * @param blocks the winner's trials in blocks
     */
    Ending run(Genome winner, List<TrialResult> blocks) {
        List<TrialRequest> requests = requests(winner, budget(winner, blocks));
        ledger.complete(requests);
        List<TrialResult> results = requests.stream()
                .flatMap(request -> ledger.find(request.trial()).stream())
                .toList();
        Optional<TrialResult> trained = results.stream()
                .filter(result -> result.detail(Detail.PARAMETERS).isPresent())
                .findFirst();
        return new Ending(
                trained, trained.isPresent() ? "" : "the winner's final training failed: " + reasons(results.stream()));
    }

    /** Returns the first reason, by the alphabet, why a trial failed. */
    static String reasons(Stream<TrialResult> results) {
        return results.flatMap(result -> result.failure().stream())
                .map(Outcome.Failed::reason)
                .min(Comparator.naturalOrder())
                .orElse("no trial was run");
    }

    /** The schedule spans as many epochs as in the search, so that the winner takes the same steps. */
    private Budget budget(Genome winner, List<TrialResult> blocks) {
        int[] best = blocks.stream()
                .mapToInt(result -> result.outcome().curve().bestEpoch())
                .filter(epoch -> epoch > 0)
                .sorted()
                .toArray();
        boolean isWhole = winner.recipe().patience() == 0 || best.length == 0;
        return isWhole
                ? new Budget(settings.finalists().epochs())
                : new Budget(best[best.length / 2], settings.finalists().epochs());
    }

    private List<TrialRequest> requests(Genome winner, Budget budget) {
        return IntStream.range(0, trials())
                .mapToObj(i -> request(
                        i,
                        new Trial(
                                winner,
                                budget,
                                Seeds.derive(settings.seed(), "final", i),
                                hasTestRows ? Fold.TEST : Fold.FULL)))
                .toList();
    }

    /** What is right in the test rows is the same for all seeds. */
    private TrialRequest request(int number, Trial trial) {
        if (!hasTestRows) {
            return TrialRequest.of(trial, Detail.PARAMETERS);
        }
        return number == 0
                ? TrialRequest.of(trial, Detail.PARAMETERS, Detail.ROW_LOSSES, Detail.PREDICTIONS, Detail.TARGETS)
                : TrialRequest.of(trial, Detail.PARAMETERS, Detail.ROW_LOSSES, Detail.PREDICTIONS);
    }
}
