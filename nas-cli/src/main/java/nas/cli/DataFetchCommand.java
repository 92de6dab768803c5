package nas.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.fetch.FetchListener;
import nas.data.fetch.FetchSettings;
import nas.data.fetch.Fetcher;
import nas.data.fetch.PublishedSet;
import nas.data.source.BuiltInSet;
import nas.data.source.BuiltIns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads published data sets. */
@Command(
        name = "fetch",
        description = "Download data sets, or go on with downloads that were interrupted, and print where they lie.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        footer = {
            "",
            "They lie in the folder that NAS_DATA names, else in the user's cache folder.",
            "Nothing is downloaded twice. A search downloads what it needs by itself."
        })
final class DataFetchCommand implements Runnable {
    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Data sets; 'nas data list' lists them.")
    private List<String> names = List.of();

    @Option(names = "--quiet", description = "Print no progress and no warnings.")
    private boolean isQuiet;

    DataFetchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    @SuppressWarnings("try") // signals are heeded as long as it is open
    public void run() {
        FetchSettings settings = environment.fetching().get();
        Set<String> distinct = new LinkedHashSet<>(names);
        distinct.forEach(name -> check(name, settings));
        PrintWriter err = spec.commandLine().getErr();
        Logs.Verbosity verbosity = isQuiet ? Logs.Verbosity.QUIET : Logs.Verbosity.NORMAL;
        Logs logs = Logs.toConsole(verbosity, err, environment.isTerminal());
        try (Interruption interruption = new Interruption(err, environment.isTerminal(), interrupted());
                FetchProgress progress = new FetchProgress(err, environment.isTerminal())) {
            fetch(distinct, new Fetcher(settings, isQuiet ? FetchListener.NONE : progress));
        } finally {
            logs.close();
        }
    }

    private void fetch(Set<String> sets, Fetcher fetcher) {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : sets) {
            out.println(fetcher.folder(name));
            out.flush();
        }
    }

    private String interrupted() {
        return "interrupted; what was downloaded is kept, go on with: nas data fetch " + String.join(" ", names);
    }

    private static void check(String name, FetchSettings settings) {
        List<String> allowed = settings.sets().stream().map(PublishedSet::name).toList();
        if (allowed.contains(name)) {
            return;
        }
        boolean isHere = BuiltIns.all().stream().map(BuiltInSet::name).anyMatch(name::equals);
        throw new InvalidInputException("NAME must be one of " + String.join(", ", allowed) + ", but was '" + name + "'"
                + (isHere ? ", which needs no download" : Suggestions.didYouMean(name, allowed)));
    }
}
