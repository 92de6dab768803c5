package nas.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import nas.journal.Journal;
import nas.journal.JournalFixtures;
import nas.journal.JournalReader;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.ResultJson;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.EvaluationStoppedException;
import nas.trial.Evaluator;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;

/** A run with fake trainings: begun, stopped, taken up again. */
public final class FakeRun {
    /** A short search of a large space. */
    public static final SearchSettings SETTINGS = settings(3);

    private final RunFolder folder;
    private final List<Genome> saved = new ArrayList<>();
    private SearchSettings settings = SETTINGS;
    private InstantSource time = () -> Instant.EPOCH;
    private List<ReusableRun> reusable = List.of();
    private Header header = JournalFixtures.header(20);

    FakeRun(Path path) {
        this.folder = new RunFolder(path);
    }

    /** Returns a short search of a large space from a seed. */
    public static SearchSettings settings(long seed) {
        return new SearchSettings(
                RandomGenomes.SPACE,
                ObjectiveSettings.DEFAULT,
                new EvolutionSettings(8, 4, 3),
                seed,
                new RungSettings(List.of(1, 2), List.of(1 / 2.0)),
                new FinalistSettings(3, 2, 2),
                StartSettings.DEFAULT);
    }

    /** Makes the folder of a run that is to begin. */
    public static FakeRun in(Path path) {
        return new FakeRun(RunFolder.create(path).path());
    }

    public FakeRun with(SearchSettings other) {
        settings = other;
        return this;
    }

    public FakeRun with(InstantSource other) {
        time = other;
        return this;
    }

    /** Sets what the run, before it begins, is to say of itself. */
    public FakeRun with(Header other) {
        header = other;
        return this;
    }

    /** Divides the data, before the run begins, into folds; 0 for none. */
    FakeRun folded(int folds) {
        return with(JournalFixtures.header(20, folds));
    }

    FakeRun reusing(ReusableRun run) {
        reusable = List.of(run);
        return this;
    }

    public RunFolder folder() {
        return folder;
    }

    /** Returns the winners that were handed over. */
    List<Genome> saved() {
        return saved;
    }

    /** Begins the run and searches as far as the evaluator goes. */
    public FakeRun begin(Evaluator evaluator) {
        return begin(evaluator, null);
    }

    FakeRun begin(Evaluator evaluator, @Nullable Duration timeLimit) {
        try (Journal journal = Journal.begin(folder, header, time)) {
            search(journal, evaluator, timeLimit);
        }
        return this;
    }

    /** Takes up the run as it was left. */
    FakeRun resume(Evaluator evaluator) {
        return resume(evaluator, settings.evolution().generations(), false);
    }

    /** Takes up the run with another limit of generations. */
    FakeRun resume(Evaluator evaluator, int generations, boolean isExtension) {
        return resume(evaluator, generations, isExtension, null);
    }

    FakeRun resume(Evaluator evaluator, int generations, boolean isExtension, @Nullable Duration timeLimit) {
        settings = settings.withGenerations(generations);
        try (Journal journal = Journal.resume(folder, time)) {
            journal.append(
                    new Resumed(Instant.EPOCH, JournalFixtures.provenance("SkylakeX"), generations, isExtension));
            search(journal, evaluator, timeLimit);
        }
        return this;
    }

    public RunHistory history() {
        return JournalReader.read(folder);
    }

    /**
     * Returns all that equal runs have in common: winner, front, counts, generations and what came of every trial. Names
     * of workers and runs and times are left out.
     */
    static String digest(RunFolder folder) {
        RunHistory history = JournalReader.read(folder);
        StringBuilder text = new StringBuilder();
        text.append(ResultJson.of(folder, history, RunState.COMPLETE)
                .without(List.of("run", "path", "seconds"))
                .toPrettyString());
        history.generations().forEach(generation -> text.append('\n').append(generation));
        history.trials().stream()
                .map(FakeRun::digest)
                .sorted()
                .forEach(trial -> text.append('\n').append(trial));
        return text.toString();
    }

    private static String digest(TrialResult result) {
        return result.trial() + " " + result.outcome() + " " + result.effort().engine();
    }

    private void search(Journal journal, Evaluator evaluator, @Nullable Duration timeLimit) {
        Search.Surroundings surroundings = new Search.Surroundings(
                evaluator,
                reusable,
                SearchListener.NONE,
                winner -> saved.add(winner.trial().genome()),
                time,
                timeLimit);
        try {
            new Search(settings, journal, surroundings).run();
        } catch (EvaluationStoppedException e) {
            // what an interruption leaves behind is what the test wants
        }
    }
}
