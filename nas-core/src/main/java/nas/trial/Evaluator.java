package nas.trial;

import java.util.List;
import java.util.function.Consumer;

/** Runs trials, wherever that may be. */
public interface Evaluator {
    /**
     * Runs a complete set of trials and returns when all have ended. Each result is handed over as it ends, on the
     * calling thread, in no particular order; a trial that goes wrong is handed over as {@link Outcome.Failed}.
     *
     * @param requests the set, no trial twice
     * @param onResult takes each result; what it throws ends the evaluation
     * @throws EvaluationStoppedException if it is stopped first; results that are there by then have been handed over
     */
    void evaluate(List<TrialRequest> requests, Consumer<TrialResult> onResult);

    /**
     * Ends the evaluation under way, if there is one, and every later one. Returns at once; trainings are abandoned at
     * their next batch. May be called from any thread, and again.
     */
    void stop();
}
