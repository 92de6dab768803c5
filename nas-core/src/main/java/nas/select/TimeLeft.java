package nas.select;

import java.util.List;
import nas.select.BlockTrials.Training;

/** Says whether there is time for what a descent could do without. */
@FunctionalInterface
public interface TimeLeft {
    /** There is time for everything. */
    TimeLeft ENDLESS = trainings -> true;

    /**
     * Tells whether there is time for such trainings.
     *
     * @param trainings about what would be trained before the descent ends
     */
    boolean isEnoughFor(List<Training> trainings);
}
