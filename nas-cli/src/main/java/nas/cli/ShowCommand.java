package nas.cli;

import java.io.PrintWriter;
import nas.InvalidInputException;
import nas.journal.JournalReader;
import nas.journal.ResultJson;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the result of a run, or how it stands. */
@Command(
        name = "show",
        description = "Show a run: winner, Pareto front, leaderboard, which choices matter.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class ShowCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "Rows of the leaderboard. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    ShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        if (top < 0) {
            throw new InvalidInputException("--top must be >= 0, but was " + top);
        }
        RunNames names = new RunNames(environment.runs());
        RunFolder folder = run.folder(environment);
        RunHistory history = JournalReader.read(folder);
        RunState state = folder.state(history);
        PrintWriter out = spec.commandLine().getOut();
        out.print(isJson ? ResultJson.text(folder, history, state) : ResultText.of(folder, history, state, top));
        if (!isJson) {
            new StoryText(history).lines().forEach(out::println);
        }
        if (!isJson && state == RunState.INTERRUPTED) {
            out.println();
            out.println("Go on with: nas resume " + names.reference(folder));
        }
        out.flush();
    }
}
