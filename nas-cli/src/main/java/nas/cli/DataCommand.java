package nas.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with the data sets that a search space can name: {@code data}, which only names its subcommands. */
@Command(
        name = "data",
        description = "List or download the data sets that a search space can name.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND")
final class DataCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private DataCommand() {}

    static CommandLine commandLine(Environment environment) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new DataListCommand(environment))
                .addSubcommand(new DataFetchCommand(environment));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
