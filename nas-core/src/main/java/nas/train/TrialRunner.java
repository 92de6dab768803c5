package nas.train;

import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Runs trials, each on the thread that calls. Thread-safe. */
interface TrialRunner extends AutoCloseable {
    /**
     * Runs a trial to its end; what goes wrong in it is its outcome.
     *
     * @throws AbandonedException if it is abandoned before its end; it then leaves nothing behind
     */
    TrialResult run(TrialRequest request, Abandonment abandonment);

    /** Frees what trials leave for later ones. Called after the last trial. */
    @Override
    void close();
}
