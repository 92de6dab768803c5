package nas.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nas.data.Dataset;
import nas.data.Split;
import nas.export.WinnerBundle;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.ResultJson;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.run.Search;
import nas.run.SearchListener;
import nas.select.WinnerRule;
import nas.spec.SpecJson;
import nas.train.LocalEvaluator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Wires the parts of a search together and prints what comes out. */
final class SearchRun {
    private static final Logger LOG = LoggerFactory.getLogger(SearchRun.class);

    private final Environment environment;
    private final SearchOptions options;
    private final CommandLine command;

    SearchRun(Environment environment, SearchOptions options, CommandLine command) {
        this.environment = environment;
        this.options = options;
        this.command = command;
    }

    /** Searches and returns the exit code. The run's folder is made when nothing more can be wrong with the input. */
    int execute(Path space, Logs logs) {
        int workers = options.workers();
        SearchPlan plan = SearchPlan.read(space, options.overrides(), options.engine);
        try (LocalEvaluator evaluator = new LocalEvaluator(plan.data(), workers, options.engine)) {
            RunFolder folder = folder(plan);
            logs.alsoTo(folder.logFile());
            return search(plan, folder, evaluator);
        }
    }

    private int search(SearchPlan plan, RunFolder folder, LocalEvaluator evaluator) {
        try (Journal journal = begin(plan, folder)) {
            try (ProgressLine progress = new ProgressLine(command.getErr(), environment.isTerminal())) {
                SearchListener listener = options.isQuiet ? SearchListener.NONE : progress;
                new Search(plan.settings(), journal, surroundings(plan, folder, evaluator, listener)).run();
            }
            return print(folder, journal.history());
        } catch (RuntimeException | Error e) {
            LOG.info("the search ended in an error", e);
            throw e;
        }
    }

    private RunFolder folder(SearchPlan plan) {
        RunNames names = new RunNames(environment.runs());
        return options.run == null ? names.createNext(plan.spec().name()) : names.create(options.run);
    }

    /** A folder in which not even the journal could be begun is no run and is taken away. */
    private Journal begin(SearchPlan plan, RunFolder folder) {
        try {
            String settings = SpecJson.write(plan.spec(), plan.settings());
            folder.write("settings.json", settings);
            return Journal.begin(folder, header(plan, settings));
        } catch (UncheckedIOException e) {
            folder.delete();
            throw e;
        }
    }

    private Search.Surroundings surroundings(
            SearchPlan plan, RunFolder folder, LocalEvaluator evaluator, SearchListener listener) {
        return new Search.Surroundings(
                evaluator,
                listener,
                (winner, parameters) -> WinnerBundle.write(folder, plan.data(), winner, parameters),
                environment.time(),
                options.timeLimit);
    }

    private Header header(SearchPlan plan, String settings) {
        return new Header(
                environment.time().instant(),
                plan.settings().seed(),
                "evolution",
                options.engine.resolved(plan.settings().space()),
                new Aim(
                        plan.settings().objective().perDecade(),
                        new WinnerRule.Within(plan.settings().objective().within())),
                summary(plan.data()),
                new BuildVersion().provenance(),
                settings);
    }

    private static DataSummary summary(Dataset data) {
        Split split = data.split();
        return new DataSummary(
                data.name(),
                data.task().word(),
                data.inputs(),
                data.outputs(),
                new DataSummary.Rows(split.train().length, split.validation().length, split.test().length),
                data.fingerprint());
    }

    private int print(RunFolder folder, RunHistory history) {
        boolean isFailed = history.end().map(RunEnded::isFailed).orElse(true);
        RunState state = isFailed ? RunState.FAILED : RunState.COMPLETE;
        String json = ResultJson.text(folder, history, state);
        folder.write("result.json", json);
        PrintWriter out = command.getOut();
        out.print(options.isJson ? json : ResultText.of(folder, history, state, 0));
        out.flush();
        if (isFailed) {
            command.getErr()
                    .println("nas: " + history.end().map(RunEnded::failure).orElse(""));
        }
        return isFailed ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
