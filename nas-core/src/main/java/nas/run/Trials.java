package nas.run;

import java.util.List;
import java.util.Optional;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;

/** Trials and what came out of them, wherever that comes from. */
public interface Trials {
    /**
     * Makes all of these trials known.
     *
     * @throws nas.trial.EvaluationStoppedException if that is stopped first
     */
    void complete(List<TrialRequest> requests);

    /** Returns a trial's result, if it was asked for. */
    Optional<TrialResult> find(Trial trial);
}
