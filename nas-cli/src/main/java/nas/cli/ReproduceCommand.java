package nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.fetch.FetchListener;
import nas.data.fetch.Fetcher;
import nas.data.source.Datasets;
import nas.export.Reproduction;
import nas.export.Winner;
import nas.export.WinnerBundle;
import nas.journal.Agreement;
import nas.journal.JournalReader;
import nas.journal.JournalRecord.TrialEnded;
import nas.journal.Provenance;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.spec.Overrides;
import nas.spec.SearchSpecReader;
import nas.train.LocalEvaluator;
import nas.trial.Detail;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the winner of a run once more and compares. */
@Command(
        name = "reproduce",
        description = "Train the winner once more, and say whether it is identical to the one that was saved.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        footer = {"", "The exit code is 0 if it is identical or equal within rounding, 1 if it is different."})
final class ReproduceCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Where the data are now, if they have moved. They must be the same data.")
    private @Nullable Path data;

    ReproduceCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RunFolder folder = run.folder(environment);
        RunHistory history = JournalReader.read(folder);
        Winner saved = WinnerBundle.of(folder);
        Trial training = WinnerBundle.training(folder);
        TrialResult recorded = history.find(training)
                .map(TrialEnded::result)
                .filter(result -> result.measures().isPresent())
                .orElseThrow(() -> new InvalidInputException(folder.path().resolve(WinnerBundle.FILE)
                        + ": must be from a training of this run, but its journal knows none with seed "
                        + training.seed() + " of the genome "
                        + training.genome().key()));
        Dataset learnt = data(folder, history);
        Provenance now = new BuildVersion().provenance();
        Agreement agreement = new Agreement(history.header(), learnt.fingerprint(), now);
        agreement.obstacle().ifPresent(why -> {
            throw new InvalidInputException(folder.path() + " cannot be reproduced: " + why);
        });
        TrialResult again = trained(learnt, history, recorded);
        boolean areKernelsEqual = history.kernels().size() == 1
                && agreement.rounding(history.kernels()).isEmpty();
        Reproduction found = Reproduction.of(saved.parameters(), recorded, again, areKernelsEqual);
        new ReproductionText(history, recorded, found, now)
                .lines()
                .forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return found.verdict() == Reproduction.Verdict.DIFFERENT ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Dataset data(RunFolder folder, RunHistory history) {
        Overrides overrides = data == null ? Overrides.NONE : Overrides.NONE.withData(data);
        String reference = new RunNames(environment.runs()).reference(folder);
        Path settings = new RunSettings(folder, reference).checked(history.header());
        SearchSpecReader reader = SearchSpecReader.ofSettings(settings, overrides);
        try {
            return Datasets.load(
                    reader.spec().data(), new Fetcher(environment.fetching().get(), FetchListener.NONE));
        } catch (InvalidInputException e) {
            throw reader.located(e);
        }
    }

    private static TrialResult trained(Dataset learnt, RunHistory history, TrialResult recorded) {
        List<TrialResult> results = new ArrayList<>();
        try (LocalEvaluator evaluator =
                new LocalEvaluator(learnt, 1, EngineWord.of(history.header().engine()))) {
            evaluator.evaluate(List.of(TrialRequest.of(recorded.trial(), Detail.PARAMETERS)), results::add);
        }
        return results.get(0);
    }
}
