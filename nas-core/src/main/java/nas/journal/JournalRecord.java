package nas.journal;

import java.time.Instant;
import nas.select.WinnerRule;
import nas.trial.TrialResult;

/** One line of a journal. */
public sealed interface JournalRecord {
    /**
     * The first record of every journal: what the run is.
     *
     * @param started when it began
     * @param seed what everything random is derived from
     * @param strategy name of the search strategy
     * @param engine name of the training engine
     * @param aim what is minimised and what is good enough
     * @param data what is learnt
     * @param provenance what it is computed with
     * @param settings the resolved search space as JSON text
     */
    record Header(
            Instant started,
            long seed,
            String strategy,
            String engine,
            Aim aim,
            DataSummary data,
            Provenance provenance,
            String settings)
            implements JournalRecord {}

    /**
     * What is minimised and what is good enough.
     *
     * @param perDecade share of what there is to learn that a ten-fold larger network must win back
     * @param rule the rule that chooses the winner
     */
    record Aim(double perDecade, WinnerRule rule) {}

    /** A trial that ended. */
    record TrialEnded(TrialResult result) implements JournalRecord {}

    /**
     * A generation that ended.
     *
     * @param number its number, from 1
     * @param proposed genomes that were bred
     * @param duplicates those among them that were known already
     */
    record GenerationEnded(int number, int proposed, int duplicates) implements JournalRecord {}

    /**
     * The end of the run.
     *
     * @param failure why there is no winner, or an empty text
     * @param searchSeconds wall-clock time of the search
     * @param finalSeconds wall-clock time of the winner's final training
     */
    record RunEnded(String failure, double searchSeconds, double finalSeconds) implements JournalRecord {
        /** Tells whether the run ended without a winner. */
        public boolean isFailed() {
            return !failure.isEmpty();
        }
    }
}
