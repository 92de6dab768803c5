package nas.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nas.journal.Journal;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Evaluator;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every trial of a run: those that are known are answered, the others are run and journaled as each one ends. */
final class TrialLedger {
    private static final Logger LOG = LoggerFactory.getLogger(TrialLedger.class);

    private final Evaluator evaluator;
    private final Journal journal;
    private final Consumer<TrialResult> onResult;
    private final Map<Trial, TrialResult> known = new HashMap<>();

    TrialLedger(Evaluator evaluator, Journal journal, Consumer<TrialResult> onResult) {
        this.evaluator = evaluator;
        this.journal = journal;
        this.onResult = onResult;
    }

    /** Makes all of these trials known and returns how many had to be run. */
    int complete(List<TrialRequest> requests) {
        List<TrialRequest> missing = new ArrayList<>();
        for (TrialRequest request : requests) {
            if (!known.containsKey(request.trial())) {
                missing.add(request);
            }
        }
        if (!missing.isEmpty()) {
            evaluator.evaluate(missing, this::take);
        }
        return missing.size();
    }

    /** Returns a trial's result, if it is known. */
    Optional<TrialResult> find(Trial trial) {
        return Optional.ofNullable(known.get(trial));
    }

    private void take(TrialResult result) {
        journal.append(new TrialEnded(result));
        known.put(result.trial(), result);
        result.failure()
                .ifPresent(reason -> LOG.warn(
                        "trial of {} failed: {}",
                        result.trial().genome().architecture().label(),
                        reason));
        onResult.accept(result);
    }
}
