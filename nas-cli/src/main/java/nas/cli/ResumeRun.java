package nas.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nas.InvalidInputException;
import nas.export.WinnerBundle;
import nas.journal.Agreement;
import nas.journal.Journal;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Resumed;
import nas.journal.JournalRecord.RunEnded;
import nas.journal.JournalRecord.WinnerChosen;
import nas.journal.Provenance;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.run.Limits;
import nas.run.SearchSettings;
import nas.spec.Overrides;
import nas.spec.SearchSpecReader;
import nas.train.EngineChoice;
import nas.train.LocalEvaluator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with a run: the search runs again from its beginning, and what its journal holds is not trained again. */
final class ResumeRun {
    private static final Logger LOG = LoggerFactory.getLogger(ResumeRun.class);

    private final RunSession session;
    private final ResumeCommand.Choices choices;

    ResumeRun(RunSession session, ResumeCommand.Choices choices) {
        this.session = session;
        this.choices = choices;
    }

    /** Goes on and returns the exit code. */
    int execute(RunArgument run, Logs logs) {
        if (choices.generations() != null && choices.generations() < 1) {
            throw new InvalidInputException("--generations must be >= 1, but was " + choices.generations());
        }
        int workers = session.options().workers();
        RunFolder folder = run.folder(session.environment());
        String advice = " by this process; go on with: " + session.resumeCommand(folder);
        try (Interruption interruption = session.interruption(advice);
                Journal journal = Journal.resume(folder, session.environment().time())) {
            logs.alsoTo(folder.logFile());
            RunHistory history = journal.history();
            Limits limits = new Limits(history, choices.generations(), session.options().timeLimit);
            Optional<String> complete = limits.whyComplete();
            if (complete.isEmpty()) {
                return goOn(folder, journal, limits, interruption, workers);
            }
            boolean isFailed = history.end().map(RunEnded::isFailed).orElse(false);
            if (!isFailed && !isWinnerThere(folder, history)) {
                session.say(folder.name()
                        + " is complete, but its winner is missing, damaged or from an older nas, and is made anew");
                return goOn(folder, journal, new Limits(history, null, null), interruption, workers);
            }
            session.say(folder.name() + (isFailed ? " has failed: " : " is complete: ") + complete.get());
            return session.print(folder, history);
        }
    }

    private static boolean isWinnerThere(RunFolder folder, RunHistory history) {
        return history.winner()
                .map(WinnerChosen::key)
                .filter(winner -> WinnerBundle.isThere(folder, winner))
                .isPresent();
    }

    private int goOn(RunFolder folder, Journal journal, Limits limits, Interruption interruption, int workers) {
        RunHistory history = journal.history();
        EngineChoice engine = EngineWord.of(history.header().engine());
        SearchPlan plan = plan(folder, history.header(), engine);
        Provenance provenance = new BuildVersion().provenance();
        check(folder, history, new Agreement(history.header(), plan.data().fingerprint(), provenance));
        SearchSettings settings = plan.settings().withGenerations(limits.generations(plan.settings()));
        List<ReusableRun> reusable = reusable(history.header(), plan, provenance, engine);
        try (LocalEvaluator evaluator = new LocalEvaluator(plan.data(), workers, engine)) {
            interruption.begin(evaluator::stop);
            tell(folder, history);
            Instant now = session.environment().time().instant();
            journal.append(new Resumed(now, provenance, settings.evolution().generations(), limits.areNew()));
            return session.run(new RunSession.Work(folder, settings, plan.data(), evaluator, reusable), journal);
        }
    }

    private SearchPlan plan(RunFolder folder, Header header, EngineChoice engine) {
        Path data = choices.data();
        Overrides overrides = data == null ? Overrides.NONE : Overrides.NONE.withData(data);
        RunSettings settings = new RunSettings(folder, session.names().reference(folder));
        return session.plan(SearchSpecReader.ofSettings(settings.checked(header), overrides), engine);
    }

    private void check(RunFolder folder, RunHistory history, Agreement agreement) {
        agreement.obstacle().ifPresent(why -> {
            throw refused(folder, why + "; restore what it began with, or search anew");
        });
        agreement.rounding(history.kernels()).ifPresent(why -> {
            if (!choices.isMixedAllowed()) {
                String core = history.header().provenance().blasCore();
                String advice = core == null ? "" : "set OPENBLAS_CORETYPE=" + core + ", or ";
                throw refused(folder, why + "; " + advice + "go on with --allow-mixed, which the result will say");
            }
            LOG.warn("{}: {}", folder.name(), why);
        });
    }

    private static InvalidInputException refused(RunFolder folder, String why) {
        return new InvalidInputException(folder.path() + " cannot be resumed: " + why);
    }

    private List<ReusableRun> reusable(Header header, SearchPlan plan, Provenance provenance, EngineChoice engine) {
        return header.origin().reuse().stream()
                .map(path -> new RunFolder(Path.of(path)))
                .flatMap(folder -> reusable(folder, plan, provenance, engine).stream())
                .toList();
    }

    /** What was reused before is in the journal; that the rest is gone costs only time. */
    private static Optional<ReusableRun> reusable(
            RunFolder folder, SearchPlan plan, Provenance provenance, EngineChoice engine) {
        try {
            return Optional.of(plan.reusable(folder, provenance, engine));
        } catch (InvalidInputException e) {
            LOG.warn("{}; the search goes on without it", e.getMessage());
            return Optional.empty();
        } catch (UncheckedIOException e) {
            LOG.warn("{}; the search goes on without it", CommandErrors.reason(e));
            return Optional.empty();
        }
    }

    private void tell(RunFolder folder, RunHistory history) {
        session.say("going on with " + folder.name() + ", whose journal holds "
                + Figures.plural(history.trials().size(), "trial") + " and "
                + Figures.plural(history.generations().size(), "whole generation"));
        if (SpaceFile.isChanged(history.header().origin())) {
            LOG.warn(
                    "{} has changed since; this run keeps to its own settings. Search the changed one with --reuse {}",
                    history.header().origin().spaceFile(),
                    session.names().reference(folder));
        }
    }
}
