package nas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes on with a search that was interrupted, or that is to have larger limits. */
@Command(
        name = "resume",
        description = "Go on with an interrupted search, or extend one that ended.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class ResumeCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--generations",
            paramLabel = "N",
            description = "Generations at most, counting those already done. Default: as many as before.")
    private @Nullable Integer generations;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Where the data are now, if they have moved. They must be the same data.")
    private @Nullable Path data;

    @Option(
            names = "--allow-mixed",
            description = "Go on although OpenBLAS uses another core here, which rounds differently; "
                    + "the result will say so.")
    private boolean isMixedAllowed;

    @Mixin
    private final RunOptions options = new RunOptions();

    ResumeCommand(Environment environment) {
        this.environment = environment;
    }

    /**
     * What the command line says.
     *
     * @param generations generations at most, or {@code null}
     * @param data where the data are now, or {@code null}
     * @param isMixedAllowed whether other kernels are accepted
     */
    record Choices(@Nullable Integer generations, @Nullable Path data, boolean isMixedAllowed) {}

    @Override
    public Integer call() {
        Logs logs = Logs.toConsole(options.verbosity(), spec.commandLine().getErr(), environment.isTerminal());
        try {
            RunSession session = new RunSession(environment, options, spec.commandLine());
            return new ResumeRun(session, new Choices(generations, data, isMixedAllowed)).execute(run, logs);
        } finally {
            logs.close();
        }
    }
}
