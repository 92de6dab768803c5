package nas.run;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.Optional;
import nas.select.Assessed;

/**
 * How far a search has come.
 *
 * @param phase what it is at
 * @param generation number of the generation under way or just ended
 * @param generations number of generations at most
 * @param trials trials that have ended
 * @param epochs epochs that these were trained for
 * @param isStepEnded whether a generation, a block of finalists or of the descent, or the final training has just ended
 * @param best the answer as it stands: that of the search, then the winner of the finalists, then that of the descent
 * @param remaining time left at most, by what the generations took that this process trained; empty before the first of
 *     them has ended
 * @param pace how fast it goes
 */
public record Progress(
        Phase phase,
        int generation,
        int generations,
        int trials,
        long epochs,
        boolean isStepEnded,
        Optional<Assessed> best,
        Optional<Duration> remaining,
        Pace pace) {
    /** Parts of a run. */
    public enum Phase {
        /** Genomes are bred and tried. */
        SEARCH,
        /** The finalists are trained anew. */
        FINALISTS,
        /** Smaller neighbours of the winner are tried. */
        DESCENT,
        /** The winner is trained on all training and validation rows. */
        FINAL
    }

    /**
     * How fast a search goes.
     *
     * @param share share of all work that is done, as far as it can be foreseen, from 0 to 1
     * @param epochsPerSecond epochs that this process has trained in each second so far; 0 before it has trained any
     * @param known trials that were answered from the journal or from other runs
     */
    public record Pace(double share, double epochsPerSecond, int known) {
        /** @throws IllegalArgumentException if the share is not from 0 to 1, or another number negative */
        public Pace {
            checkArgument(share >= 0 && share <= 1, "share must be in [0, 1], but was %s", share);
            checkArgument(epochsPerSecond >= 0, "epochs per second must be >= 0, but were %s", epochsPerSecond);
            checkArgument(known >= 0, "known must be >= 0, but was %s", known);
        }
    }
}
