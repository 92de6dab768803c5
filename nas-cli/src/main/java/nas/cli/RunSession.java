package nas.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nas.data.Dataset;
import nas.data.fetch.FetchListener;
import nas.data.fetch.Fetcher;
import nas.export.WinnerBundle;
import nas.journal.Journal;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.run.Search;
import nas.run.SearchListener;
import nas.run.SearchSettings;
import nas.spec.SearchSpecReader;
import nas.train.EngineChoice;
import nas.trial.EvaluationStoppedException;
import nas.trial.Evaluator;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** A process's work on a run: searches on an open journal and prints what comes out, whatever comes between. */
final class RunSession {
    private static final Logger LOG = LoggerFactory.getLogger(RunSession.class);

    private final Environment environment;
    private final RunOptions options;
    private final CommandLine command;
    private final Instant began;

    RunSession(Environment environment, RunOptions options, CommandLine command) {
        this.environment = environment;
        this.options = options;
        this.command = command;
        this.began = environment.time().instant();
    }

    /**
     * What there is to do.
     *
     * @param folder the run's folder
     * @param settings what to search
     * @param data what to learn
     * @param evaluator who trains
     * @param reusable runs that may know trials
     */
    record Work(
            RunFolder folder, SearchSettings settings, Dataset data, Evaluator evaluator, List<ReusableRun> reusable) {}

    Environment environment() {
        return environment;
    }

    RunOptions options() {
        return options;
    }

    /** Returns where results go. */
    PrintWriter out() {
        return command.getOut();
    }

    RunNames names() {
        return new RunNames(environment.runs());
    }

    /** Begins to heed signals; the advice is given where one comes before anything was trained. */
    Interruption interruption(String advice) {
        String text = "interrupted before anything was trained" + advice;
        return new Interruption(command.getErr(), environment.isTerminal(), text);
    }

    /** Reads a search space and its data, which are downloaded first where need be, and tells what was measured. */
    SearchPlan plan(SearchSpecReader reader, EngineChoice engine) {
        try (FetchProgress progress = new FetchProgress(command.getErr(), environment.isTerminal())) {
            FetchListener listener = options.isQuiet ? FetchListener.NONE : progress;
            Fetcher published = new Fetcher(environment.fetching().get(), listener);
            SearchPlan plan = SearchPlan.read(reader, engine, published);
            if (!plan.rangeTests().isEmpty()) {
                say("learning rates by a range test: " + RateMeasurement.words(plan.rangeTests()));
            }
            return plan;
        }
    }

    /** Says something that is not the result, unless nobody wants to know. */
    void say(String line) {
        if (!options.isQuiet) {
            command.getErr().println("nas: " + line);
            command.getErr().flush();
        }
    }

    /** Searches and returns the exit code. */
    int run(Work work, Journal journal) {
        try {
            return isSearched(work, journal)
                    ? print(work.folder(), journal.history())
                    : interrupted(work.folder(), journal.history());
        } catch (UncheckedIOException e) {
            LOG.info("the search ended in an error", e);
            throw new CommandFailure(failure(work.folder(), e), e);
        } catch (RuntimeException | Error e) {
            LOG.info("the search ended in an error", e);
            throw e;
        }
    }

    /** Prints the result of a run that ended, writes it to the run's folder, and returns the exit code. */
    int print(RunFolder folder, RunHistory history) {
        boolean isFailed = history.end().map(RunEnded::isFailed).orElse(true);
        print(folder, history, isFailed ? RunState.FAILED : RunState.COMPLETE);
        if (isFailed) {
            command.getErr()
                    .println("nas: " + history.end().map(RunEnded::failure).orElse(""));
        }
        return isFailed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    /** Returns what to type in order to go on with a run. */
    String resumeCommand(RunFolder folder) {
        return "nas resume " + names().reference(folder);
    }

    private String failure(RunFolder folder, UncheckedIOException e) {
        return folder.isRun()
                ? CommandErrors.reason(e) + "; what was done is kept, go on with: " + resumeCommand(folder)
                : folder.path() + ": the run's folder was moved or removed while nas worked on it";
    }

    /** Searches to the end, or until a signal comes. */
    private boolean isSearched(Work work, Journal journal) {
        try {
            search(work, journal);
            return true;
        } catch (EvaluationStoppedException e) {
            LOG.info("the search was interrupted");
            return false;
        }
    }

    private void search(Work work, Journal journal) {
        LeadingMetric metric = journal.history().header().data().metric();
        try (ProgressLine progress =
                new ProgressLine(command.getErr(), ProgressLine.Look.of(environment), metric, environment.time())) {
            SearchListener listener = options.isQuiet ? SearchListener.NONE : progress;
            Search.Surroundings surroundings = new Search.Surroundings(
                    work.evaluator(),
                    work.reusable(),
                    listener,
                    winner -> WinnerBundle.write(work.folder(), work.data(), journal.history(), winner),
                    environment.time(),
                    timeLeft());
            new Search(work.settings(), journal, surroundings).run();
        }
    }

    /** Reading and dividing the data counts, too. */
    private @Nullable Duration timeLeft() {
        return options.timeLimit == null
                ? null
                : options.timeLimit.minus(
                        Duration.between(began, environment.time().instant()));
    }

    private int interrupted(RunFolder folder, RunHistory history) {
        print(folder, history, RunState.INTERRUPTED);
        command.getErr().println("nas: interrupted; what was done is kept, go on with: " + resumeCommand(folder));
        return Interruption.EXIT_CODE;
    }

    private void print(RunFolder folder, RunHistory history, RunState state) {
        RunFiles files = new RunFiles(folder);
        String json = files.writeResult(history, state);
        PrintWriter out = command.getOut();
        out.print(options.isJson ? json : ResultText.of(folder, history, state, 0));
        out.flush();
        files.tryWriteReport(history, state)
                .ifPresent(why -> command.getErr().println("nas: the report could not be written: " + why));
    }
}
