package nas.train;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nas.trial.Budget;
import nas.trial.Trial;

/**
 * Trials of a search whose budget ended before their schedule did, so that one with a larger budget goes on where they
 * stopped. Only an optimisation: a trial that is not, or no longer, among them is trained from its beginning, with the same
 * result. Those that were paused first are forgotten first. Thread-safe.
 */
final class PausedTrials {
    private static final long MOST_BYTES = 512L << 20;
    private static final long SHARE_OF_HEAP = 8;

    private final long room;
    private final Map<Trial, TrialState> states = new LinkedHashMap<>();
    private long bytes;

    /** Begins with none, and never holds more than so many bytes. */
    PausedTrials(long room) {
        this.room = room;
    }

    /** Begins with none, and with room of an eighth of the heap, but at most 512 MB. */
    static PausedTrials ofHeap() {
        return new PausedTrials(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Tells whether a trial can be paused at the end of its budget: whether a search may ask for more of it. */
    static boolean mayGoOn(Trial trial) {
        return trial.fold().isSearch()
                && trial.budget().epochs() < trial.budget().scheduleEpochs();
    }

    /** Tells whether a state of so many bytes could be held. */
    boolean hasRoomFor(long needed) {
        return needed <= room;
    }

    /** Takes out where a trial goes on, if one of the same training with no more epochs was paused. */
    synchronized Optional<TrialState> take(Trial trial) {
        Trial key = whole(trial);
        TrialState state = states.get(key);
        if (state == null || state.training().epochs() > trial.budget().epochs()) {
            return Optional.empty();
        }
        remove(key);
        return Optional.of(state);
    }

    /** Keeps where a trial stopped, in place of an earlier state of the same training, unless it takes more than all room. */
    synchronized void put(Trial trial, TrialState state) {
        Trial key = whole(trial);
        remove(key);
        if (hasRoomFor(state.bytes())) {
            states.put(key, state);
            bytes += state.bytes();
            forgetFirst();
        }
    }

    synchronized void clear() {
        states.clear();
        bytes = 0;
    }

    private void forgetFirst() {
        Iterator<TrialState> first = states.values().iterator();
        while (bytes > room) {
            bytes -= first.next().bytes();
            first.remove();
        }
    }

    private void remove(Trial key) {
        TrialState removed = states.remove(key);
        bytes -= removed == null ? 0 : removed.bytes();
    }

    /** The same for all budgets of one training. */
    private static Trial whole(Trial trial) {
        return new Trial(trial.genome(), new Budget(trial.budget().scheduleEpochs()), trial.seed(), trial.fold());
    }
}
