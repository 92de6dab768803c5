package nas.cli;

import nas.train.SpeedProbe;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code nas}, which does nothing but name its subcommands. */
@Command(
        name = "nas",
        description = "Finds the smallest neural network that performs well, and says why smaller ones do not.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  failed",
            "  2  wrong usage or bad input",
            "130  interrupted; what was done is kept and can be resumed",
            "",
            "Begin with: nas search search-spaces/iris.yaml",
            "Your own data: nas search my-data.csv --target COLUMN"
        })
final class NasCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private NasCommand() {}

    /** Returns the whole command line, ready to execute. */
    static CommandLine commandLine(Environment environment) {
        return new CommandLine(new NasCommand())
                .addSubcommand(new SearchCommand(environment))
                .addSubcommand(new ResumeCommand(environment))
                .addSubcommand(new ShowCommand(environment))
                .addSubcommand(new RunsCommand(environment))
                .addSubcommand(new PickCommand(environment))
                .addSubcommand(new CompareCommand(environment))
                .addSubcommand(new ReportCommand(environment))
                .addSubcommand(new PredictCommand(environment))
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(new ReproduceCommand(environment))
                .addSubcommand(new CommandLine(new SpaceCommand())
                        .addSubcommand(new SpaceCheckCommand(environment))
                        .addSubcommand(new SpaceCommand.InitCommand(environment)))
                .addSubcommand(DataCommand.commandLine(environment))
                .addSubcommand(new BenchCommand(SpeedProbe.Effort.FULL))
                .addSubcommand(new CompletionCommand())
                .setUsageHelpWidth(80)
                .setAbbreviatedOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setExecutionStrategy(NasCommand::execute)
                .setParameterExceptionHandler(CommandErrors::wrongUsage)
                .setExecutionExceptionHandler(CommandErrors::failed);
    }

    /** picocli hands exceptions to our handler but lets errors such as a full heap through to the user. */
    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            CommandLine command = parsed.commandSpec().commandLine();
            return CommandErrors.failed(new IllegalStateException(e.toString(), e), command, parsed);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** Prints a completion script. */
    @Command(
            name = "completion",
            description = "Print a completion script for bash and zsh.",
            mixinStandardHelpOptions = true,
            versionProvider = BuildVersion.class,
            footer = {"", "Use it with: source <(nas completion)"})
    static final class CompletionCommand implements Runnable {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private NasCommand parent;

        @Override
        public void run() {
            CommandLine root = parent.spec.commandLine();
            spec.commandLine().getOut().print(AutoComplete.bash("nas", root));
            spec.commandLine().getOut().flush();
        }
    }
}
