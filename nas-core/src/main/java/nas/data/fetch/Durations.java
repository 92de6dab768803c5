package nas.data.fetch;

import java.time.Duration;

/** Writes durations in messages. */
final class Durations {
    private Durations() {}

    /** Returns such as {@code 30 s} or {@code 200 ms}. */
    static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
