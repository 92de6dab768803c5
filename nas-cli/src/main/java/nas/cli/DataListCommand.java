package nas.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the data sets that a search space can name. */
@Command(
        name = "list",
        description = "List the data sets that a search space can name.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class DataListCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    DataListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        DataListing listing = new DataListing(environment.fetching().get());
        PrintWriter out = spec.commandLine().getOut();
        out.print(isJson ? listing.json() : listing.table());
        out.flush();
    }
}
