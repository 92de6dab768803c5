package nas.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What time a search has taken and, going by that, will take. Decides nothing but where a time limit cuts. */
final class SearchClock {
    private final InstantSource source;
    private final @Nullable Duration limit;
    private final Instant started;
    private Duration trained = Duration.ZERO;
    private int trials;
    private Duration lastGeneration = Duration.ZERO;

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

    Duration since(Instant instant) {
        return Duration.between(instant, source.instant());
    }

    void generationEnded(Instant began, int trialsRun) {
        lastGeneration = since(began);
        trained = trained.plus(lastGeneration);
        trials += trialsRun;
    }

    /** Tells whether a time limit leaves no room for another generation and the final training. */
    boolean isTimeUp(int finalTrials) {
        return limit != null
                && elapsed()
                                .plus(lastGeneration)
                                .plus(perTrial().multipliedBy(finalTrials))
                                .compareTo(limit)
                        > 0;
    }

    /** Returns the time that so many trials take at most, cut by the time limit; empty before any was run. */
    Optional<Duration> remaining(long trialsLeft) {
        if (trials == 0) {
            return Optional.empty();
        }
        Duration estimate = perTrial().multipliedBy(trialsLeft);
        return Optional.of(limit == null ? estimate : min(estimate, limit.minus(elapsed())));
    }

    private Duration perTrial() {
        return trials == 0 ? Duration.ZERO : trained.dividedBy(trials);
    }

    private static Duration min(Duration a, Duration b) {
        return b.isNegative() ? Duration.ZERO : a.compareTo(b) < 0 ? a : b;
    }
}
