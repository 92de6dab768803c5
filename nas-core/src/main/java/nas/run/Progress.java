package nas.run;

import java.time.Duration;
import java.util.Optional;
import nas.select.Selection;

/**
 * How far a search has come.
 *
 * @param phase what it is at
 * @param generation number of the generation under way or just ended
 * @param generations number of generations at most
 * @param trials trials that have ended
 * @param epochs epochs that these were trained for
 * @param isStepEnded whether a generation, a block of finalists or of the descent, or the final training has just ended
 * @param selection the answer as it stands
 * @param remaining time left at most, by what the generations took that this process trained; empty before the first of
 *     them has ended
 */
public record Progress(
        Phase phase,
        int generation,
        int generations,
        int trials,
        long epochs,
        boolean isStepEnded,
        Optional<Selection> selection,
        Optional<Duration> remaining) {
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
}
