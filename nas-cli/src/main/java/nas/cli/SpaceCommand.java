package nas.cli;

import java.util.List;
import nas.InvalidInputException;
import nas.data.LoadedData;
import nas.data.fetch.Fetcher;
import nas.data.source.Datasets;
import nas.spec.Overrides;
import nas.spec.SearchSpec;
import nas.spec.SearchSpecReader;
import nas.spec.SpecYaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about search spaces. */
@Command(
        name = "space",
        description = "Check a search space, or make one.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND")
final class SpaceCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** Prints a search space for data. */
    @Command(
            name = "init",
            description = "Print a search space that suits data, with comments that say what everything means. "
                    + "It is what 'nas search DATA' takes.",
            mixinStandardHelpOptions = true,
            versionProvider = BuildVersion.class,
            sortOptions = false,
            footer = {"", "Use it with: nas space init my-data.csv --target price > my-space.yaml"})
    static final class InitCommand implements Runnable {
        private final Environment environment;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Parameters(paramLabel = "DATA", description = "A table, a folder with IDX files or a built-in name.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String data;

        @Option(
                names = "--target",
                paramLabel = "COL",
                description = "The column of a table to predict, by name or by number (-1 is the last). "
                        + "May be given several times, to predict several numbers.")
        private List<String> target = List.of();

        InitCommand(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void run() {
            Logs logs = Logs.toConsole(Logs.Verbosity.NORMAL, spec.commandLine().getErr(), environment.isTerminal());
            try {
                spec.commandLine().getOut().print(text());
                spec.commandLine().getOut().flush();
            } finally {
                logs.close();
            }
        }

        private String text() {
            Overrides overrides = SearchOptions.withTarget(Overrides.NONE, target);
            SearchSpecReader reader = SearchSpecReader.ofData(data, overrides);
            SearchSpec space = reader.spec();
            try {
                return SpecYaml.write(space, profile(space), Environment.outputCharset());
            } catch (InvalidInputException e) {
                throw reader.located(e);
            }
        }

        private LoadedData profile(SearchSpec space) {
            try (FetchProgress progress = new FetchProgress(spec.commandLine().getErr(), environment.isTerminal())) {
                return Datasets.profile(
                        space.data(), new Fetcher(environment.fetching().get(), progress));
            }
        }
    }
}
