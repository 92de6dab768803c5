package nas.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs. */
@Command(
        name = "runs",
        description = "List the runs with state, winner and age.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class RunsCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    RunsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        RunsListing listing =
                new RunsListing(environment, out, spec.commandLine().getErr());
        if (isJson) {
            listing.printJson();
        } else {
            listing.printTable();
        }
        out.flush();
    }
}
