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
    /** Within this part of the limit time is not up: what little was done until then, in a process that warms up, tells too little. */
    private static final int TOO_EARLY = 10;

    /** This part of the limit is kept for what no estimate tells, as a process begins and ends. */
    private static final int RESERVE = 60;

    private final InstantSource source;
    private final @Nullable Duration limit;
    private final Instant started;
    private Instant last;
    private double computed;
    private Duration trained = Duration.ZERO;
    private double work;
    private boolean isWarm;
    private int timings;

    SearchClock(InstantSource source, @Nullable Duration limit) {
        this.source = source;
        this.limit = limit;
        this.started = source.instant();
        this.last = started;
    }

    Duration elapsed() {
        return since(started);
    }

    /**
     * Takes how much {@link Work} this process has done until now; the time since this was called last was spent on what is new
     * of it. What was done first counts no more then: it took the longer to warm up.
     */
    void trained(double total) {
        Instant now = source.instant();
        double done = total - computed;
        if (done > 0) {
            Duration took = Duration.between(last, now);
            trained = isWarm ? trained.plus(took) : took;
            work = isWarm ? work + done : done;
            isWarm = timings++ > 0;
        }
        last = now;
        computed = total;
    }

    /** Tells whether a time limit leaves no room for so much more work; not before a tenth of the limit has passed. */
    boolean isTimeUp(double workLeft) {
        if (limit == null || elapsed().multipliedBy(TOO_EARLY).compareTo(limit) < 0) {
            return false;
        }
        Duration usable = limit.minus(limit.abs().dividedBy(RESERVE));
        return elapsed().plus(estimate(workLeft)).compareTo(usable) > 0;
    }

    /** Returns the time that so much work takes, cut by the time limit; empty before any was done. */
    Optional<Duration> remaining(double workLeft) {
        if (work == 0) {
            return Optional.empty();
        }
        Duration estimate = estimate(workLeft);
        return Optional.of(limit == null ? estimate : min(estimate, limit.minus(elapsed())));
    }

    private Duration since(Instant instant) {
        return Duration.between(instant, source.instant());
    }

    private Duration estimate(double workLeft) {
        return work == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(trained.toMillis() * (workLeft / work)));
    }

    private static Duration min(Duration a, Duration b) {
        return b.isNegative() ? Duration.ZERO : a.compareTo(b) < 0 ? a : b;
    }
}
