package nas.cli;

import java.util.concurrent.Callable;
import nas.InvalidInputException;
import nas.spec.SearchSpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a search space and says what a search in it would meet. */
@Command(
        name = "check",
        description = "Check a search space: how many networks of which sizes it holds, which of its choices have no "
                + "effect, and how long a search would take. It is what 'nas search --dry-run' prints.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class SpaceCheckCommand implements Callable<Integer> {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SPACE.yaml|DATA",
            description = "A search space; or data, for which a space is chosen that suits them.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String argument;

    @Mixin
    private final SearchOptions options = new SearchOptions();

    @Option(names = "--resolved", description = "Print the space instead, with every default written out.")
    private boolean isResolved;

    @Mixin
    private final RunOptions run = new RunOptions();

    SpaceCheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (isResolved && run.isJson) {
            throw new InvalidInputException("--resolved and --json exclude each other");
        }
        Logs logs = Logs.toConsole(run.verbosity(), spec.commandLine().getErr(), environment.isTerminal());
        RunSession session = new RunSession(environment, run, spec.commandLine());
        run.workers(); // refused before data are read
        try (Interruption interruption = session.interruption("")) {
            SearchPlan plan = session.plan(SearchSpecReader.of(argument, options.overrides()), options.engine);
            SpaceCheck check = new SpaceCheck(session, options.engine);
            return isResolved ? check.printResolved(plan) : check.print(plan, interruption);
        } finally {
            logs.close();
        }
    }
}
