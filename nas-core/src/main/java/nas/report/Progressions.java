package nas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nas.journal.RunHistory;
import nas.report.ReportJson.Other;
import nas.select.Selection;
import nas.trial.LossScale;

/**
 * The progress of several runs on one scale, that of the one which came to the lowest loss at its highest rung, with the first
 * run's price of size: objectives with references of their own could not be compared.
 */
public final class Progressions {
    private Progressions() {}

    /** Returns a report's own run and those beside it. */
    static List<Other> named(ReportJson.Source source) {
        List<Other> all = new ArrayList<>();
        all.add(new Other(source.folder().name(), source.history()));
        all.addAll(source.others());
        return all;
    }

    /**
     * The progress of one of several runs.
     *
     * @param run what the run is called
     * @param progression how it went
     */
    public record Named(String run, Progression progression) {}

    /** Returns the progress of each run, in the order given; nothing where none has measured anything. */
    public static List<Named> of(List<Other> runs) {
        return scale(runs.stream().map(Other::history).toList()).stream()
                .flatMap(scale -> runs.stream()
                        .map(run -> new Named(
                                run.name(),
                                Progression.of(
                                        run.history(),
                                        scale,
                                        runs.get(0).history().header().aim().perDecade()))))
                .toList();
    }

    /** Returns the scale on which several runs can be compared. */
    public static Optional<LossScale> scale(List<RunHistory> runs) {
        return runs.stream()
                .flatMap(run -> run.selection().map(Selection::scale).stream())
                .reduce((one, other) -> other.referenceLoss() < one.referenceLoss() ? other : one);
    }
}
