package nas.select;

import java.util.List;
import nas.select.BlockTrials.Training;

/** Says whether there is time for what a descent could do without. */
@FunctionalInterface
public interface TimeLeft {
    /**
     * Tells whether there is time for trainings, and for what is likely to follow from them.
     *
     * @param next what is to be trained, at least one; where all of it is known already there is time
     * @param after about what would have to be trained afterwards
     */
    boolean isEnoughFor(List<Training> next, List<Training> after);
}
