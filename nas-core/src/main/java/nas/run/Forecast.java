package nas.run;

import java.util.Optional;
import nas.journal.DataSummary;
import nas.select.Assessed;
import nas.select.Selection;

/**
 * How much {@link Work} is still to come: what generations took so far, and what the end of a search takes for a winner of
 * the size that it would have now. Bounds from above what finalists take, as most are out after two blocks; of the descent it
 * counts two moves.
 */
final class Forecast {
    private static final int NEIGHBOURS = 8;
    private static final int MOVES = 2;

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
        int epochs = settings.finalists().epochs();
        int trials = settings.finalists().blocks() * data.folding().trials();
        double finalists = finalists(selection) * trials;
        double winner = Work.of(selection.winner().parameters(), epochs);
        double reference = Work.of(selection.reference().parameters(), epochs);
        double descent = trials * (reference + winner * (1 + NEIGHBOURS * MOVES));
        return finalists + descent + winner * finalTrials;
    }

    /** Of a front with more members than finalists it is their mean that counts. */
    private double finalists(Selection selection) {
        double mean = selection.front().stream()
                .mapToLong(Assessed::parameters)
                .mapToDouble(
                        parameters -> Work.of(parameters, settings.finalists().epochs()))
                .average()
                .orElse(0);
        return mean * settings.finalists().count();
    }
}
