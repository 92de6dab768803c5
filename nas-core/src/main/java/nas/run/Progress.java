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
 * @param isStepEnded whether a generation or the final training has just ended
 * @param selection the answer as it stands
 * @param remaining time left at most, by what the generations so far took; empty before the first has ended
 */
public record Progress(
        Phase phase,
        int generation,
        int generations,
        int trials,
        boolean isStepEnded,
        Optional<Selection> selection,
        Optional<Duration> remaining) {
    /** Parts of a run. */
    public enum Phase {
        /** Genomes are bred and tried. */
        SEARCH,
        /** The winner is trained on all training and validation rows. */
        FINAL
    }
}
