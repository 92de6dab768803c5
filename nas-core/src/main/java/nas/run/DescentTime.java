package nas.run;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.select.BlockTrials.Training;
import nas.select.TimeLeft;

/** Lets a time limit shorten a descent, and sees that it is the same again should the rest be interrupted. */
final class DescentTime implements TimeLeft {
    private final Decisions decisions;
    private final ToDoubleFunction<List<Training>> workLeft;
    private final DoublePredicate isTimeUp;
    private int questions;

    /**
     * Begins before the first question.
     *
     * @param workLeft the {@link Work} of those of some trainings that are not known yet
     * @param isTimeUp whether the clock leaves no room for so much work
     */
    DescentTime(Decisions decisions, ToDoubleFunction<List<Training>> workLeft, DoublePredicate isTimeUp) {
        this.decisions = decisions;
        this.workLeft = workLeft;
        this.isTimeUp = isTimeUp;
    }

    /** What is known takes no time; nothing that was trained is lost to a clock that has begun anew. */
    @Override
    public boolean isEnoughFor(List<Training> next, List<Training> after) {
        DescentTimeUp up = new DescentTimeUp(++questions);
        double needed = workLeft.applyAsDouble(next);
        boolean isUp = decisions.knows(up) || (needed > 0 && isTimeUp.test(needed + workLeft.applyAsDouble(after)));
        if (isUp) {
            decisions.take(up);
        }
        return !isUp;
    }
}
