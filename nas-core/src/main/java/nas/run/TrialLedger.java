package nas.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.Asked;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.ReusableRun;
import nas.trial.Evaluator;
import nas.trial.Outcome;
import nas.trial.TrainedEpochs;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Every trial that a search has asked for: those that the journal holds are answered from it, then those that a reusable
 * run holds; the others are run. What was not in the journal is journaled as soon as it is there.
 */
final class TrialLedger implements Trials {
    private static final Logger LOG = LoggerFactory.getLogger(TrialLedger.class);

    private final Evaluator evaluator;
    private final List<ReusableRun> reusable;
    private final Journal journal;
    private final Consumer<TrialResult> onResult;
    private final Map<Trial, TrialResult> answered = new HashMap<>();
    private final AskedTrials asked = new AskedTrials();
    private final Work work;
    private final Work computed;
    private final TrainedEpochs epochs = new TrainedEpochs();
    private final TrainedEpochs computedEpochs = new TrainedEpochs();
    private int answeredFromElsewhere;
    private int failures;
    private boolean hasJustRun;

    /** Begins a ledger; each result of a trial that had to be run is handed on. */
    TrialLedger(Evaluator evaluator, List<ReusableRun> reusable, Journal journal, Consumer<TrialResult> onResult) {
        this.evaluator = evaluator;
        this.reusable = reusable;
        this.journal = journal;
        this.onResult = onResult;
        DataSummary data = journal.history().header().data();
        this.work = new Work(data.inputs(), data.outputs());
        this.computed = new Work(data.inputs(), data.outputs());
    }

    @Override
    public void complete(List<TrialRequest> requests) {
        List<TrialRequest> missing = new ArrayList<>();
        for (TrialRequest request : requests) {
            note(request.trial());
            if (!isAnswered(request)) {
                missing.add(request);
            }
        }
        hasJustRun = !missing.isEmpty();
        if (hasJustRun) {
            // long trainings begin first, lest one is left over for a single worker
            missing.sort(Comparator.comparingDouble((TrialRequest request) -> work.of(request.trial()))
                    .reversed());
            evaluator.evaluate(missing, this::take);
        }
    }

    private void note(Trial trial) {
        if (!answered.containsKey(trial)) {
            asked.add(trial);
        }
    }

    /** Returns the trials that were asked for first since this was called last. */
    List<Asked> newlyAsked() {
        return asked.take();
    }

    @Override
    public Optional<TrialResult> find(Trial trial) {
        return Optional.ofNullable(answered.get(trial));
    }

    /** Returns the number of trials asked for. */
    int size() {
        return answered.size();
    }

    /** Returns for how many epochs all of them were trained. */
    long epochs() {
        return epochs.total();
    }

    /** Returns for how many epochs those of them were trained that this process had to run. */
    long computedEpochs() {
        return computedEpochs.total();
    }

    /** Returns the number of trials that the journal or another run knew. */
    int known() {
        return answeredFromElsewhere;
    }

    /** Returns how much work these were, or would have been where they were known. */
    double work() {
        return work.total();
    }

    /** Returns how much work a trial is that would have to be run; 0 where it is known. */
    double workLeft(TrialRequest request) {
        boolean isKnown = answered.containsKey(request.trial())
                || journal.find(request).isPresent()
                || reusable.stream().anyMatch(run -> run.find(request).isPresent());
        return isKnown ? 0 : work.of(request.trial());
    }

    /** Returns how much work those of them were that this process had to run. */
    double computed() {
        return computed.total();
    }

    /** Tells whether any of the trials that were completed last had to be run. */
    boolean hasJustRun() {
        return hasJustRun;
    }

    /** Returns the results of all trials asked for. */
    Stream<TrialResult> results() {
        return answered.values().stream();
    }

    private boolean isAnswered(TrialRequest request) {
        if (answered.containsKey(request.trial())) {
            return true;
        }
        Optional<TrialResult> known = journal.find(request).or(() -> reused(request));
        known.ifPresent(result -> {
            answer(result);
            answeredFromElsewhere++;
        });
        return known.isPresent();
    }

    private void answer(TrialResult result) {
        answered.put(result.trial(), result);
        epochs.add(result.trial(), result.epochs());
        work.add(result.trial());
    }

    private Optional<TrialResult> reused(TrialRequest request) {
        for (ReusableRun run : reusable) {
            Optional<TrialResult> found = run.find(request);
            if (found.isPresent()) {
                journal.append(found.get(), run.name());
                return found;
            }
        }
        return Optional.empty();
    }

    private void take(TrialResult result) {
        answer(journaled(result));
        computed.add(result.trial());
        computedEpochs.add(result.trial(), result.epochs());
        result.failure().ifPresent(failed -> logFailure(result.trial(), failed));
        onResult.accept(result);
    }

    /**
     * A trial whose details were lost is trained again. Should that fail, as memory may be short this time, what is in
     * the journal stands, without the details.
     */
    private TrialResult journaled(TrialResult result) {
        Optional<TrialEnded> before = journal.history().find(result.trial());
        if (before.isPresent() && result.failure().isPresent()) {
            return before.get().result();
        }
        journal.append(result, before.map(TrialEnded::reusedFrom).orElse(null));
        return result;
    }

    /** Where one trial fails, hundreds may: the first one is a warning. */
    private void logFailure(Trial trial, Outcome.Failed failed) {
        LOG.atLevel(failures == 0 ? Level.WARN : Level.INFO)
                .log("trial of {} failed: {}", trial.genome().architecture().label(), failed.reason());
        failures++;
    }
}
