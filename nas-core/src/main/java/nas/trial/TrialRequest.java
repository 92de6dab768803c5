package nas.trial;

import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Set;

/**
 * A trial to be run, and what is to come back besides its measures.
 *
 * @param trial what to train and measure
 * @param details what to return besides the measures, unless the trial fails
 */
public record TrialRequest(Trial trial, Set<Detail> details) {
    /** Copies the set. */
    public TrialRequest {
        details = Sets.immutableEnumSet(details);
    }

    /** Returns a request for the measures and some details. */
    public static TrialRequest of(Trial trial, Detail... details) {
        return new TrialRequest(trial, Sets.immutableEnumSet(Arrays.asList(details)));
    }
}
