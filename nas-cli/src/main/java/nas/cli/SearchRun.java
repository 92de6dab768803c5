package nas.cli;

import java.io.UncheckedIOException;
import java.util.List;
import nas.data.ClassBalance;
import nas.data.Dataset;
import nas.data.Split;
import nas.data.TargetEncoding;
import nas.data.Targets;
import nas.journal.DataSummary;
import nas.journal.Journal;
import nas.journal.JournalRecord.Aim;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.Origin;
import nas.journal.Provenance;
import nas.journal.ReusableRun;
import nas.journal.RunFolder;
import nas.spec.SearchSpecReader;
import nas.spec.SpecJson;
import nas.train.LocalEvaluator;
import nas.trial.LeadingMetric;

/** Begins a run. */
final class SearchRun {
    private final RunSession session;
    private final SearchOptions options;
    private final BeginOptions begin;

    SearchRun(RunSession session, SearchOptions options, BeginOptions begin) {
        this.session = session;
        this.options = options;
        this.begin = begin;
    }

    /** Searches and returns the exit code. The run's folder is made when nothing more can be wrong with the input. */
    int execute(String argument, Logs logs) {
        int workers = session.options().workers();
        if (begin.run != null) {
            session.names().free(begin.run); // refused before data are read
        }
        try (Interruption interruption = session.interruption("")) {
            SearchSpecReader reader = SearchSpecReader.of(argument, options.overrides());
            SearchPlan plan = session.plan(reader, options.engine);
            Provenance provenance = new BuildVersion().provenance();
            List<RunFolder> reused =
                    begin.reuse.stream().map(session.names()::find).toList();
            List<ReusableRun> reusable = reused.stream()
                    .map(folder -> plan.reusable(folder, provenance, options.engine))
                    .toList();
            if (begin.isDryRun) {
                return new SpaceCheck(session, options.engine).print(plan, interruption);
            }
            try (LocalEvaluator evaluator = new LocalEvaluator(plan.data(), workers, options.engine)) {
                interruption.begin(evaluator::stop);
                RunFolder folder = folder(plan);
                logs.alsoTo(folder.logFile());
                try (Journal journal = begin(folder, header(plan, provenance, origin(reader, reused)))) {
                    return session.run(
                            new RunSession.Work(folder, plan.settings(), plan.data(), evaluator, reusable), journal);
                }
            }
        }
    }

    private RunFolder folder(SearchPlan plan) {
        return begin.run == null
                ? session.names().createNext(plan.spec().name())
                : session.names().create(begin.run);
    }

    /** A folder in which not even the journal could be begun is no run and is taken away. */
    private Journal begin(RunFolder folder, Header header) {
        try {
            folder.write(RunFolder.SETTINGS_FILE, header.settings());
            return Journal.begin(folder, header, session.environment().time());
        } catch (UncheckedIOException e) {
            delete(folder, e);
            throw e;
        }
    }

    private static void delete(RunFolder folder, UncheckedIOException failure) {
        try {
            folder.delete();
        } catch (UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }

    private static Origin origin(SearchSpecReader reader, List<RunFolder> reused) {
        List<String> paths = reused.stream()
                .map(folder -> folder.path().toAbsolutePath().normalize().toString())
                .toList();
        return reader.file()
                .map(file -> new Origin(file.toAbsolutePath().normalize().toString(), SpaceFile.checksum(file), paths))
                .orElseGet(() -> new Origin("", "", paths));
    }

    private Header header(SearchPlan plan, Provenance provenance, Origin origin) {
        return new Header(
                session.environment().time().instant(),
                plan.settings().seed(),
                plan.settings().evolution().strategy().word(),
                options.engine.resolved(plan.settings().space()),
                new Aim(
                        plan.settings().objective().perDecade(),
                        plan.settings().objective().rule()),
                summary(plan.data()),
                provenance,
                origin,
                SpecJson.write(plan.spec(), plan.settings()),
                plan.rangeTests());
    }

    private static DataSummary summary(Dataset data) {
        Split split = data.split();
        boolean hasWeights = data.targets().match(Targets.Classes::isWeighted, values -> false);
        DataSummary summary = new DataSummary(
                        data.name(),
                        data.task().word(),
                        data.inputs(),
                        data.outputs(),
                        new DataSummary.Rows(split.train().length, validationRows(data), split.test().length),
                        data.fingerprint(),
                        data.folds().size())
                .withRowTraits(hasWeights, data.isGrouped(), data.mostBlocks())
                .withTargets(targets(data.targets().encoding()));
        return data.targets()
                .match(classes -> led(summary, ClassBalance.of(classes, split.train())), values -> summary);
    }

    private static List<DataSummary.Target> targets(TargetEncoding encoding) {
        return encoding.match(
                classes -> classes.names().stream().map(DataSummary.Target::new).toList(),
                values -> values.outputs().stream()
                        .map(output -> new DataSummary.Target(
                                output.name(),
                                output.standardisation().mean(),
                                output.standardisation().deviation()))
                        .toList());
    }

    private static int validationRows(Dataset data) {
        return data.split().validation().length
                + data.folds().stream()
                        .mapToInt(fold -> fold.split().validation().length)
                        .sum();
    }

    /** Where a class is rare, accuracy mostly says how rare it is. */
    private static DataSummary led(DataSummary summary, ClassBalance balance) {
        return balance.isImbalanced()
                ? summary.withLeading(LeadingMetric.BALANCED_ACCURACY, balance.sentence())
                : summary;
    }
}
