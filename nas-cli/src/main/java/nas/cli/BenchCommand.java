package nas.cli;

import java.util.concurrent.Callable;
import nas.train.SpeedProbe;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast this machine trains. */
@Command(
        name = "bench",
        description = "Measure how fast this machine trains; takes a minute.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        footer = {"", "Figures are good only on a machine that does nothing else meanwhile."})
final class BenchCommand implements Callable<Integer> {
    private final SpeedProbe.Effort effort;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    BenchCommand(SpeedProbe.Effort effort) {
        this.effort = effort;
    }

    @Override
    public Integer call() {
        Logs logs = Logs.toConsole(Logs.Verbosity.NORMAL, spec.commandLine().getErr(), false);
        try {
            new BenchRun(effort, isJson, spec.commandLine()).execute();
            return ExitCode.OK;
        } finally {
            logs.close();
        }
    }
}
