package nas.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nas.journal.JournalRecord.Concluded;
import nas.journal.JournalRecord.DescentTimeUp;
import nas.journal.JournalRecord.GenerationEnded;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.Stop;
import nas.journal.JournalRecord.TimeUp;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.select.Assessed;
import nas.select.Selection;
import nas.trial.Fold;
import nas.trial.Outcome;
import nas.trial.Trial;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done so far: its journal's records, by kind. Of a run that ended it tells what an uninterrupted run would
 * have done: a journal may hold more, such as trials of generations beyond a limit that was lowered later. Not
 * thread-safe.
 */
public final class RunHistory {
    private final Header header;
    private final Map<Trial, TrialEnded> trials = new LinkedHashMap<>();
    private final List<GenerationEnded> generations = new ArrayList<>();
    private final List<Double> generationSeconds = new ArrayList<>();
    private final List<Resumed> resumptions = new ArrayList<>();
    private @Nullable Concluded concluded;
    private @Nullable WinnerChosen winner;
    private @Nullable RunEnded end;
    private @Nullable Integer timeStop;
    private final Set<Integer> descentStops = new LinkedHashSet<>();
    private int openings;
    private boolean isWinnerOpened;
    private double earlierSeconds;
    private double lastSeconds;
    private @Nullable SearchTrials search;

    /** Begins a history with a journal's first record. */
    public RunHistory(Header header) {
        this.header = header;
    }

    /**
     * Adds the next record.
     *
     * @param elapsedSeconds time since the process that wrote it took up the run
     * @throws IllegalArgumentException if it cannot follow what there is
     */
    public void add(JournalRecord entry, double elapsedSeconds) {
        check(entry);
        search = null;
        if (entry instanceof TrialEnded ended) {
            addTrial(ended);
        } else if (entry instanceof GenerationEnded ended) {
            generations.add(ended);
            generationSeconds.add(earlierSeconds + elapsedSeconds);
        } else if (entry instanceof TimeUp up) {
            timeStop = up.generation();
        } else if (entry instanceof DescentTimeUp up) {
            descentStops.add(up.question());
        } else if (entry instanceof Concluded ended) {
            concluded = ended;
        } else if (entry instanceof WinnerChosen chosen) {
            addWinner(chosen);
        } else if (entry instanceof Resumed resumed) {
            addResumption(resumed);
        } else if (entry instanceof RunEnded ended) {
            end = ended;
        }
        lastSeconds = elapsedSeconds;
    }

    /**
     * Sees whether a record can be the next.
     *
     * @throws IllegalArgumentException if it is a second header, or not the next generation
     */
    void check(JournalRecord entry) {
        if (entry instanceof Header) {
            throw new IllegalArgumentException("a second header");
        }
        int next = generations.size() + 1;
        if (entry instanceof GenerationEnded ended && ended.number() != next) {
            throw new IllegalArgumentException("generation must be " + next + ", but was " + ended.number());
        }
    }

    private void addTrial(TrialEnded ended) {
        Trial trial = ended.result().trial();
        trials.put(trial, ended);
        if (trial.fold().equals(Fold.TEST)) {
            countOpening(trial.genome().key());
        }
    }

    /** The test rows are opened for a choice when its first result is known, which may be from an earlier choice. */
    private void addWinner(WinnerChosen chosen) {
        winner = chosen;
        isWinnerOpened = false;
        trials.keySet().stream()
                .filter(trial -> trial.fold().equals(Fold.TEST))
                .forEach(trial -> countOpening(trial.genome().key()));
        timeStop = chosen.stop() == Stop.TIME ? (Integer) chosen.generation() : null;
    }

    private void countOpening(String key) {
        if (!isWinnerOpened && winner != null && key.equals(winner.key())) {
            isWinnerOpened = true;
            openings++;
        }
    }

    private void addResumption(Resumed resumed) {
        resumptions.add(resumed);
        earlierSeconds += lastSeconds;
        end = null;
        if (resumed.isExtension()) {
            timeStop = null;
            descentStops.clear();
            concluded = null;
        }
    }

    /** Returns what the run is. */
    public Header header() {
        return header;
    }

    /** Returns the record of a trial, whether it counts or not. */
    public Optional<TrialEnded> find(Trial trial) {
        return Optional.ofNullable(trials.get(trial));
    }

    /** Returns the record of a generation, whether it counts or not. */
    public Optional<GenerationEnded> generation(int number) {
        return number <= generations.size() ? Optional.of(generations.get(number - 1)) : Optional.empty();
    }

    /** Returns the trials that count, in the order in which they ended. */
    public List<TrialResult> trials() {
        return counted().map(TrialEnded::result).toList();
    }

    /** Returns the trials of one fold that count, in the order in which they ended. */
    public Stream<TrialResult> trials(Fold fold) {
        return counted()
                .map(TrialEnded::result)
                .filter(result -> result.trial().fold().equals(fold));
    }

    /** Returns the records of the trials that count, in the order in which they ended. */
    public Stream<TrialEnded> counted() {
        if (end == null || winner == null) {
            return trials.values().stream();
        }
        CountedTrials counted = new CountedTrials(generations(), concluded, winner.key(), end);
        return trials.values().stream()
                .filter(ended -> counted.test(ended.result().trial()));
    }

    /** Returns the generations that count, in their order. */
    public List<GenerationEnded> generations() {
        int counted = end == null || winner == null ? generations.size() : winner.generation();
        return Collections.unmodifiableList(generations.subList(0, Math.min(counted, generations.size())));
    }

    /** Returns how long processes had worked on the run when a generation, from 1 on, ended; in seconds. */
    public double secondsAfter(int generation) {
        return generationSeconds.get(generation - 1);
    }

    /** Returns the winner as it was chosen last, if the search ended at least once. */
    public Optional<WinnerChosen> winner() {
        return Optional.ofNullable(winner);
    }

    /** Returns how often a winner was chosen whose results on the test rows are known. */
    public int openings() {
        return openings;
    }

    /** Returns how the run ended, if it did and was not taken up again. */
    public Optional<RunEnded> end() {
        return Optional.ofNullable(end);
    }

    /** Returns the generation after which a time limit ended the search, unless larger limits were set since. */
    public Optional<Integer> timeStop() {
        return Optional.ofNullable(timeStop);
    }

    /** Returns at which questions of the descent a time limit left something out, unless larger limits were set since. */
    public Set<Integer> descentStops() {
        return Collections.unmodifiableSet(descentStops);
    }

    /** Returns how often a process took up the run again. */
    public List<Resumed> resumptions() {
        return Collections.unmodifiableList(resumptions);
    }

    /** Returns the time that processes before the present one worked on the run, in seconds. */
    public double earlierSeconds() {
        return earlierSeconds;
    }

    /** Returns the kernels that trials of this run were computed with; several of them round differently. */
    public Set<String> kernels() {
        Set<String> kernels = new LinkedHashSet<>();
        kernels.add(header.provenance().kernels());
        resumptions.forEach(resumed -> kernels.add(resumed.provenance().kernels()));
        return kernels;
    }

    /** Returns why the promise of equal results does not hold for this run; empty where it does. */
    public List<String> promiseExceptions() {
        List<String> exceptions = new ArrayList<>();
        if (end != null && winner != null && winner.stop() == Stop.TIME) {
            exceptions.add("a time limit decided how many generations there are");
        }
        if (end != null && !descentStops.isEmpty()) {
            exceptions.add("a time limit decided which neighbours of the winner were tried");
        }
        if (kernels().size() > 1) {
            exceptions.add("OpenBLAS cores were mixed: " + String.join(", ", kernels()));
        }
        long starved = trials().stream()
                .flatMap(result -> result.failure().stream())
                .filter(failed -> failed.cause() == Outcome.Cause.OUT_OF_MEMORY)
                .count();
        if (starved > 0) {
            exceptions.add((starved == 1 ? "1 trial" : starved + " trials") + " ran out of memory");
        }
        return exceptions;
    }

    /** Returns the genomes that stand at the highest rung, with the means over their seeds and all folds. */
    public List<Assessed> assessed() {
        return search().top();
    }

    /** Returns what was measured at each rung, from the lowest on. Who went on to a higher one is in both. */
    public List<Rung> rungs() {
        return search().rungs();
    }

    /** Returns how many genomes were tried: measured or failed, in all folds where there are folds. */
    long genomes() {
        return search().genomes();
    }

    /** Returns the trials of the search that count, by genome: the same ones until another record is added. */
    SearchTrials search() {
        SearchTrials known = search;
        if (known == null) {
            known = new SearchTrials(header.data(), trials());
            search = known;
        }
        return known;
    }

    /** Returns how finalists and descent ended, if they did and the search did not go on since. */
    public Optional<Concluded> concluded() {
        return Optional.ofNullable(concluded);
    }

    /** Returns the answer as it stands, or empty as long as nothing was measured. */
    public Optional<RunAnswer> answer() {
        return concluded()
                .map(found -> RunAnswer.of(found, header.aim().rule()))
                .or(() -> selection()
                        .map(found -> RunAnswer.of(found, header.aim().rule())));
    }

    /** Returns what the search alone would choose, or empty as long as nothing was measured. */
    public Optional<Selection> selection() {
        return Selection.of(assessed(), header.aim().rule());
    }
}
