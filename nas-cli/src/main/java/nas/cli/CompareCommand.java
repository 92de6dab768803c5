package nas.cli;

import java.io.PrintWriter;
import java.util.List;
import nas.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows runs side by side. */
@Command(
        name = "compare",
        description = "Show runs side by side: best objective against epochs spent, and winners.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class CompareCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Names of runs, or paths of their folders.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> named;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        ComparedRuns runs = ComparedRuns.of(new RunNames(environment.runs()), named);
        if (runs.runs().size() < 2) {
            throw new InvalidInputException(
                    "two runs or more must be named, but was " + named.get(0) + (named.size() > 1 ? " each time" : ""));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.println(CompareJson.of(runs).toPrettyString());
        } else {
            new CompareText(runs).lines().forEach(out::println);
        }
        out.flush();
    }
}
