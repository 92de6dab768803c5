package nas.trial;

import com.google.common.collect.Maps;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a trial.
 *
 * @param trial what was trained
 * @param outcome how it ended
 * @param effort who ran it and for how long; not part of what the trial is a function of
 * @param details what was asked for besides the measures; nothing where the trial failed
 */
public record TrialResult(Trial trial, Outcome outcome, Effort effort, Map<Detail, FloatVector> details) {
    /** Copies the details. */
    public TrialResult {
        details = Maps.immutableEnumMap(details);
    }

    /** A result without details. */
    public TrialResult(Trial trial, Outcome outcome, Effort effort) {
        this(trial, outcome, effort, Map.of());
    }

    /**
     * Who ran a trial and for how long.
     *
     * @param engine name of the training engine
     * @param worker name of the worker
     * @param seconds wall-clock time
     */
    public record Effort(String engine, String worker, double seconds) {}

    /** Returns a detail, where it was asked for and the trial did not fail. */
    public Optional<FloatVector> detail(Detail detail) {
        return Optional.ofNullable(details.get(detail));
    }

    /** Returns the same result without details. */
    public TrialResult withoutDetails() {
        return new TrialResult(trial, outcome, effort);
    }

    /** Returns the measures, unless the trial failed. */
    public Optional<Measures> measures() {
        return outcome.match(measured -> Optional.of(measured.measures()), failed -> Optional.empty());
    }

    /** Returns the number of epochs that were trained to their end. */
    public int epochs() {
        return outcome.curve().points().size();
    }

    /** Tells whether the training was ended before its budget because it made no progress, not by its own recipe. */
    public boolean isPruned() {
        boolean isShort = outcome.match(measured -> epochs() < trial.budget().epochs(), failed -> false);
        return isShort && trial.genome().recipe().patience() == 0;
    }

    /** Returns how and why the trial failed, if it did. */
    public Optional<Outcome.Failed> failure() {
        return outcome.match(measured -> Optional.empty(), Optional::of);
    }
}
