package nas.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a trial.
 *
 * @param trial what was trained
 * @param outcome how it ended
 * @param effort who ran it and for how long; not part of what the trial is a function of
 * @param parameters the trained parameters, or {@code null} where they were not asked for or there are none
 */
public record TrialResult(
        Trial trial,
        Outcome outcome,
        Effort effort,
        @Nullable Parameters parameters) {
    /**
     * Who ran a trial and for how long.
     *
     * @param engine name of the training engine
     * @param worker name of the worker
     * @param seconds wall-clock time
     */
    public record Effort(String engine, String worker, double seconds) {}

    /** Returns the measures, unless the trial failed. */
    public Optional<Measures> measures() {
        return outcome.match(measured -> Optional.of(measured.measures()), failed -> Optional.empty());
    }

    /** Returns the number of epochs that were trained to their end. */
    public int epochs() {
        return outcome.curve().points().size();
    }

    /** Tells whether the training was ended before its budget because it made no progress. */
    public boolean isPruned() {
        return outcome.match(measured -> epochs() < trial.budget().epochs(), failed -> false);
    }

    /** Returns why the trial failed, if it did. */
    public Optional<String> failure() {
        return outcome.match(measured -> Optional.empty(), failed -> Optional.of(failed.reason()));
    }
}
