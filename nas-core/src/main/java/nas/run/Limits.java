package nas.run;

import java.time.Duration;
import java.util.Optional;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.RunHistory;
import org.jspecify.annotations.Nullable;

/**
 * How far a run that is taken up again is to go, and whether it has gone that far already.
 *
 * @param history what the run has done
 * @param generations generations at most, or {@code null} to leave that as it was
 * @param timeLimit time that this process may take, or {@code null}
 */
public record Limits(
        RunHistory history,
        @Nullable Integer generations,
        @Nullable Duration timeLimit) {
    private static final String CUT =
            "; a time limit kept neighbours of the winner from being tried; --time-limit goes on";

    /** Tells whether the search may go on beyond where it once ended. */
    public boolean areNew() {
        return (generations != null || timeLimit != null) && whyComplete().isEmpty();
    }

    /**
     * Returns generations at most: what is asked for, unless the run is complete as it is, else what was asked for when the
     * run was last taken up, else what it began with.
     */
    public int generations(SearchSettings begun) {
        return generations != null && whyComplete().isEmpty()
                ? generations
                : history.resumptions().stream()
                        .reduce((earlier, later) -> later)
                        .map(Resumed::generations)
                        .orElse(begun.evolution().generations());
    }

    /** Returns why there is nothing to go on with, in words, or empty if there is something. */
    public Optional<String> whyComplete() {
        return history.end().flatMap(end -> {
            int done = history.generations().size();
            boolean wantsMore = generations != null && generations > done;
            Stop stop = history.winner().map(WinnerChosen::stop).orElse(Stop.GENERATIONS);
            boolean hasMoreTime = generations == null && timeLimit != null;
            boolean isCut = !history.descentStops().isEmpty();
            boolean goesOn = (isCut && timeLimit != null)
                    || switch (stop) {
                        case GENERATIONS -> wantsMore;
                        case STAGNATION, EXHAUSTED -> false;
                        case TIME -> wantsMore || hasMoreTime;
                    };
            String whyNot = reason(stop, done) + (isCut && stop != Stop.TIME ? CUT : "");
            return goesOn ? Optional.empty() : Optional.of(whyNot);
        });
    }

    private static String reason(Stop stop, int done) {
        String generations = done == 1 ? "1 generation" : done + " generations";
        return switch (stop) {
            case GENERATIONS -> generations + ", as many as asked for; a larger --generations goes on";
            case STAGNATION ->
                "after " + generations + " the Pareto front had stood still for as long as search.stagnation says";
            case EXHAUSTED -> "after " + generations + " there was nothing left to try";
            case TIME -> "the time limit ended it after " + generations + "; --time-limit or --generations goes on";
        };
    }
}
