package nas.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.TrialEnded;
import nas.select.Assessed;
import nas.select.Selection;
import nas.trial.Fold;
import nas.trial.TrialResult;

/** What a run has done so far: its journal's records, by kind. Not thread-safe. */
public final class RunHistory {
    private final Header header;
    private final List<TrialResult> trials = new ArrayList<>();
    private final List<GenerationEnded> generations = new ArrayList<>();
    private Optional<RunEnded> end = Optional.empty();

    /** Begins a history with a journal's first record. */
    public RunHistory(Header header) {
        this.header = header;
    }

    /**
     * Adds the next record.
     *
     * @throws IllegalArgumentException if it is a second header
     */
    public void add(JournalRecord entry) {
        if (entry instanceof TrialEnded ended) {
            trials.add(ended.result());
        } else if (entry instanceof GenerationEnded ended) {
            generations.add(ended);
        } else if (entry instanceof RunEnded ended) {
            end = Optional.of(ended);
        } else {
            throw new IllegalArgumentException("a second header");
        }
    }

    /** Returns what the run is. */
    public Header header() {
        return header;
    }

    /** Returns all trials in the order in which they ended. */
    public List<TrialResult> trials() {
        return Collections.unmodifiableList(trials);
    }

    /** Returns the trials of one fold in the order in which they ended. */
    public Stream<TrialResult> trials(Fold fold) {
        return trials.stream().filter(result -> result.trial().fold() == fold);
    }

    /** Returns the generations in their order. */
    public List<GenerationEnded> generations() {
        return Collections.unmodifiableList(generations);
    }

    /** Returns how the run ended, if it did. */
    public Optional<RunEnded> end() {
        return end;
    }

    /** Returns the genomes that were measured on validation rows. */
    public List<Assessed> assessed() {
        return trials(Fold.VALIDATION)
                .flatMap(result -> result.measures().stream()
                        .map(measures -> new Assessed(
                                result.trial().genome(),
                                result.trial()
                                        .genome()
                                        .parameters(
                                                header.data().inputs(),
                                                header.data().outputs()),
                                measures)))
                .toList();
    }

    /** Returns the answer as it stands, or empty as long as nothing was measured. */
    public Optional<Selection> selection() {
        return Selection.of(assessed(), header.aim().rule());
    }
}
