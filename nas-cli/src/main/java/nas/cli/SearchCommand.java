package nas.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches a space for the smallest network that performs well. */
@Command(
        name = "search",
        description = "Search for the smallest network that performs well.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class SearchCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SPACE.yaml|DATA",
            description = "A search space; or data: a table, a folder with IDX files or a built-in name. "
                    + "For data alone a space is chosen that suits them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String argument;

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Mixin
    private final BeginOptions begin = new BeginOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    SearchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Logs logs = Logs.toConsole(run.verbosity(), spec.commandLine().getErr(), environment.isTerminal());
        try {
            RunSession session = new RunSession(environment, run, spec.commandLine());
            return new SearchRun(session, options, begin).execute(argument, logs);
        } finally {
            logs.close();
        }
    }
}
