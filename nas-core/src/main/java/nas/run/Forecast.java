package nas.run;

import java.util.List;
import java.util.Optional;
import nas.journal.DataSummary;
import nas.select.Assessed;
import nas.select.Selection;

/**
 * How much {@link Work} is still to come: what generations took so far, and what the end of a search takes for a winner of
 * the size that it would have now: two blocks of each finalist and the others of a third of them; of the descent two moves. A
 * winner is no larger than the middle of the front, as descent makes it smaller.
 */
final class Forecast {
    private static final int NEIGHBOURS = 5;
    private static final int MOVES = 2;
    /** The linear model and the smallest network are finalists even if they are not on the front. */
    private static final int ALWAYS = 2;

    private static final int FIRST_BLOCKS = 2;
    private static final double STILL_LIVE = 1 / 3.0;

    private final SearchSettings settings;
    private final DataSummary data;
    private final int finalTrials;
    private double generations;
    private int count;

    Forecast(SearchSettings settings, DataSummary data, int finalTrials) {
        this.settings = settings;
        this.data = data;
        this.finalTrials = finalTrials;
    }

    /** Takes the work of one more generation, all trials that it asked for counted as run. */
    void took(double work) {
        generations += work;
        count++;
    }

    /** Returns the work of a generation like those so far. */
    double generation() {
        return count == 0 ? 0 : generations / count;
    }

    /** Returns the work that is left at most; of what is under way, all. */
    double left(Progress.Phase phase, int generation, Optional<Selection> selection) {
        int more = settings.evolution().generations() - generation;
        return switch (phase) {
            case SEARCH -> more * generation() + end(selection);
            case FINALISTS, DESCENT, FINAL -> end(selection);
        };
    }

    /** Returns the work of all that follows the search. */
    double end(Optional<Selection> selection) {
        return selection.map(this::end).orElse(0.0);
    }

    private double end(Selection selection) {
        int trials = settings.finalists().blocks() * data.folding().trials();
        double finalists = finalists(selection) * data.folding().trials() * blocks();
        double winner = work(Math.min(selection.winner().parameters(), middle(selection)));
        double reference = work(selection.reference().parameters());
        double descent = trials * (reference + winner * (1 + NEIGHBOURS * MOVES));
        return finalists + descent + winner * finalTrials;
    }

    private double work(long parameters) {
        return Work.of(parameters, data.inputs(), settings.finalists().epochs());
    }

    private double blocks() {
        int most = settings.finalists().blocks();
        return Math.min(FIRST_BLOCKS, most) + Math.max(0, most - FIRST_BLOCKS) * STILL_LIVE;
    }

    private static long middle(Selection selection) {
        List<Assessed> front = selection.front();
        return front.get(front.size() / 2).parameters();
    }

    /** Of a front with more members than finalists it is their mean that counts. */
    private double finalists(Selection selection) {
        double mean = selection.front().stream()
                .mapToLong(Assessed::parameters)
                .mapToDouble(this::work)
                .average()
                .orElse(0);
        return mean * Math.min(settings.finalists().count(), selection.front().size() + ALWAYS);
    }
}
