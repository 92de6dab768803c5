package nas.run;

import java.util.List;
import java.util.Optional;
import nas.journal.DataSummary;
import nas.select.Assessed;
import nas.select.Selection;

/**
 * How much {@link Work} is still to come: what generations took so far, and what the end of a search takes for a winner of
 * the size that it would have now: two blocks of each finalist and the others of a third of them; of the descent all blocks of
 * the winner's smaller neighbours, and two steps before it stands there, each like the race of as many finalists. A winner is no
 * larger than the middle of the front, as descent makes it smaller.
 */
final class Forecast {
    private static final int STEPS = 2;
    /** The linear model and the smallest network are finalists even if they are not on the front. */
    private static final int ALWAYS = 2;

    private static final int FIRST_BLOCKS = 2;
    private static final double STILL_LIVE = 1 / 3.0;

    private final Conclusion.Question question;
    private final SearchSettings settings;
    private final DataSummary data;
    private final int blocks;
    private final int finalTrials;
    private double searched;
    private double begun;
    private int generations;

    Forecast(Conclusion.Question question, int finalTrials) {
        this.question = question;
        this.settings = question.settings();
        this.data = question.data();
        this.blocks = question.blocks();
        this.finalTrials = finalTrials;
    }

    /** The work of what follows a search, part by part. */
    private record End(double finalists, double descent, double last) {
        static final End UNKNOWN = new End(0, 0, 0);

        double whole() {
            return finalists + descent + last;
        }
    }

    /** Takes that one more generation has ended, and the work of all trials until then, each counted as run. */
    void generationEnded(double work) {
        generations++;
        searched = work;
        begun = work;
    }

    /** Takes that the finalists or the descent ended, and the work of all trials until then. */
    void phaseEnded(double work) {
        begun = work;
    }

    /** Returns the work of a generation like those so far. */
    double generation() {
        return generations == 0 ? 0 : searched / generations;
    }

    /**
     * Returns the work that is left at most, but for what takes longer than foreseen.
     *
     * @param work that of all trials so far
     */
    double left(Progress.Phase phase, Optional<Selection> selection, double work) {
        double done = work - begun;
        End end = selection.map(this::end).orElse(End.UNKNOWN);
        return switch (phase) {
            case SEARCH -> generations(done) + end.whole();
            case FINALISTS -> rest(end.finalists(), done) + end.descent() + end.last();
            case DESCENT -> rest(end.descent(), done) + end.last();
            case FINAL -> rest(end.last(), done);
        };
    }

    private double generations(double done) {
        int more = settings.evolution().generations() - generations;
        return more <= 0 ? 0 : (more - 1) * generation() + rest(generation(), done);
    }

    private static double rest(double whole, double done) {
        return Math.max(0, whole - done);
    }

    /** Returns the work of the final training of a winner of so many parameters. */
    double last(long parameters) {
        return work(parameters) * finalTrials;
    }

    /** Returns the work of all that follows the search. */
    double end(Optional<Selection> selection) {
        return selection.map(this::end).orElse(End.UNKNOWN).whole();
    }

    private End end(Selection selection) {
        int folds = data.folding().trials();
        double winner = work(Math.min(selection.winner().parameters(), middle(selection)));
        double reference = work(selection.reference().parameters());
        double blocksOfNeighbour = blocks + STEPS * blocksOfOne();
        return new End(
                finalists(selection) * folds * blocksOfOne(),
                folds * (blocks * (reference + winner) + neighbours(selection) * blocksOfNeighbour * winner),
                last(Math.min(selection.winner().parameters(), middle(selection))));
    }

    private int neighbours(Selection selection) {
        return question.neighbourhood().smaller(selection.winner().genome(), 1).size();
    }

    private double work(long parameters) {
        return Work.of(parameters, data.inputs(), settings.finalists().epochs());
    }

    private double blocksOfOne() {
        return Math.min(FIRST_BLOCKS, blocks) + Math.max(0, blocks - FIRST_BLOCKS) * STILL_LIVE;
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
