package nas.journal;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** A process works on it: the lock is held. */
    RUNNING,
    /** It ended with a winner. */
    COMPLETE,
    /** It has no end record and nobody works on it. */
    INTERRUPTED,
    /** It ended without a winner. */
    FAILED;

    /** Returns the word used in results, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
