package nas.cli;

import java.util.List;
import nas.InvalidInputException;
import nas.journal.JournalReader;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.report.ReportPage;
import nas.report.TrialsCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report of a run. */
@Command(
        name = "report",
        description = "Write RUN/report.html and RUN/trials.csv.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ReportCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--beside",
            paramLabel = "RUN",
            description = "Another run on the same data whose progress is shown, too. May be given several times.")
    private List<String> beside = List.of();

    ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        RunNames names = new RunNames(environment.runs());
        RunFolder folder = run.folder(environment);
        RunHistory history = JournalReader.read(folder);
        beside.stream()
                .filter(other -> ComparedRuns.isSame(names.find(other), folder))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidInputException("--beside must name another run, but was " + other);
                });
        ComparedRuns runs = ComparedRuns.of(names, history, folder, beside);
        runs.checkAreComparable();
        new RunFiles(folder).writeReport(history, folder.state(history), runs.others());
        spec.commandLine().getOut().println(folder.path().resolve(ReportPage.FILE));
        spec.commandLine().getOut().println(folder.path().resolve(TrialsCsv.FILE));
        spec.commandLine().getOut().flush();
    }
}
