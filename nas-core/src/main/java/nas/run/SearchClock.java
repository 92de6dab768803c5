package nas.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What time this process has taken for a search and, going by that, will take. Decides nothing but where a time limit
 * cuts. Generations that were answered from the journal do not count.
 */
final class SearchClock {
    private final InstantSource source;
    private final @Nullable Duration limit;
    private final Instant started;
    private Duration trained = Duration.ZERO;
    private int trials;

    SearchClock(InstantSource source, @Nullable Duration limit) {
        this.source = source;
        this.limit = limit;
        this.started = source.instant();
    }

    Instant now() {
        return source.instant();
    }

    Duration elapsed() {
        return since(started);
    }

    /** Takes how long so many trials took together. */
    void trained(Instant began, int trialsRun) {
        if (trialsRun > 0) {
            trained = trained.plus(since(began));
            trials += trialsRun;
        }
    }

    /** Tells whether a time limit leaves no room for so many more trials. */
    boolean isTimeUp(long trialsLeft) {
        return limit != null
                && elapsed().plus(perTrial().multipliedBy(trialsLeft)).compareTo(limit) > 0;
    }

    /** Returns the time that so many trials take at most, cut by the time limit; empty before any was run. */
    Optional<Duration> remaining(long trialsLeft) {
        if (trials == 0) {
            return Optional.empty();
        }
        Duration estimate = perTrial().multipliedBy(trialsLeft);
        return Optional.of(limit == null ? estimate : min(estimate, limit.minus(elapsed())));
    }

    private Duration since(Instant instant) {
        return Duration.between(instant, source.instant());
    }

    private Duration perTrial() {
        return trials == 0 ? Duration.ZERO : trained.dividedBy(trials);
    }

    private static Duration min(Duration a, Duration b) {
        return b.isNegative() ? Duration.ZERO : a.compareTo(b) < 0 ? a : b;
    }
}
