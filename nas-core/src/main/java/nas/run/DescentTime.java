package nas.run;

import java.util.List;
import java.util.function.Predicate;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.select.BlockTrials.Training;
import nas.select.TimeLeft;

/** Lets a time limit shorten a descent, and sees that it is the same again should the rest be interrupted. */
final class DescentTime implements TimeLeft {
    private final Decisions decisions;
    private final Predicate<List<Training>> isTimeUp;
    private int questions;

    /** Begins before the first question; tells of trainings whether the clock leaves no room for them. */
    DescentTime(Decisions decisions, Predicate<List<Training>> isTimeUp) {
        this.decisions = decisions;
        this.isTimeUp = isTimeUp;
    }

    @Override
    public boolean isEnoughFor(List<Training> trainings) {
        DescentTimeUp up = new DescentTimeUp(++questions);
        boolean isUp = decisions.knows(up) || isTimeUp.test(trainings);
        if (isUp) {
            decisions.take(up);
        }
        return !isUp;
    }
}
