package nas.journal;

import java.util.Optional;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Trials of a run with their details, without its lock and without writing anything. */
public final class RunDetails {
    private final RunHistory history;
    private final Sidecars sidecars;

    /**
     * Reads the details of a run when they are asked for.
     *
     * @param history what its journal holds
     */
    public RunDetails(RunFolder folder, RunHistory history) {
        this.history = history;
        this.sidecars = new Sidecars(folder);
    }

    /** Returns the journaled result of a trial, unless some detail that is asked for is missing or damaged. */
    public Optional<TrialResult> find(TrialRequest request) {
        return history.find(request.trial()).flatMap(ended -> Journal.result(ended, request, sidecars));
    }
}
