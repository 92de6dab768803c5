package nas.cli;

import java.io.PrintWriter;
import java.util.List;
import nas.InvalidInputException;
import nas.journal.DataSummary;
import nas.journal.JournalReader;
import nas.journal.ResultJson;
import nas.journal.RunFolder;
import nas.journal.RunHistory;
import nas.journal.RunState;
import nas.select.WinnerRule;
import nas.spec.RuleOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Decides again which network of a run is the answer. */
@Command(
        name = "pick",
        description = "Decide again, by another rule or among smaller networks, without training anything.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class)
final class PickCommand implements Runnable {
    private static final String WITHIN = "--within";
    private static final String REACH = "--reach";
    private static final String MAX_PARAMS = "--max-params";

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunArgument run;

    @Option(
            names = WITHIN,
            paramLabel = "SHARE",
            description = "The smallest that gives up at most this share of what there is to learn, such as 1%%; or "
                    + "one-standard-error.")
    private @Nullable String within;

    @Option(
            names = REACH,
            paramLabel = "METRIC=VALUE",
            description = "The smallest that surely reaches this value, such as accuracy=0.976.")
    private @Nullable String reach;

    @Option(
            names = MAX_PARAMS,
            paramLabel = "N",
            description = "Only networks with at most so many parameters. Without another rule, by that of the run.")
    private @Nullable Long maxParams;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean isJson;

    PickCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run() {
        RunFolder folder = run.folder(environment);
        checkOptions();
        RunHistory history = JournalReader.read(folder);
        RunState state = folder.state(history);
        WinnerRule rule = rule(history);
        PickedAnswer picked = PickedAnswer.of(folder, history, rule, maxParams == null ? Long.MAX_VALUE : maxParams);
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.println(ResultJson.picked(folder, history, state, picked.answer(), picked.pick())
                    .toPrettyString());
        } else {
            new PickText(folder, history, picked).lines().forEach(out::println);
        }
        out.flush();
    }

    private void checkOptions() {
        if (within == null && reach == null && maxParams == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "one of " + String.join(", ", List.of(WITHIN, REACH, MAX_PARAMS)) + " is required");
        }
        if (within != null && reach != null) {
            throw new ParameterException(
                    spec.commandLine(), "only one of " + WITHIN + " and " + REACH + " may be given");
        }
        if (maxParams != null && maxParams < 1) {
            throw new InvalidInputException(MAX_PARAMS + " must be >= 1, but was " + maxParams);
        }
    }

    private WinnerRule rule(RunHistory history) {
        DataSummary data = history.header().data();
        if (within != null) {
            return RuleOptions.within(within, WITHIN);
        }
        return reach == null
                ? history.header().aim().rule()
                : RuleOptions.reach(reach, REACH, data.predictsClasses(), data.outputs());
    }
}
