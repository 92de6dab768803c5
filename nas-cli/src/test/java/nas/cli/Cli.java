package nas.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import nas.data.fetch.DataCache;
import nas.data.fetch.FetchSettings;
import nas.data.fetch.Network;
import nas.data.fetch.PublishedSet;
import picocli.CommandLine;

/** Runs commands in this process and keeps what they print. */
final class Cli {
    private static final URI NOWHERE = URI.create("http://nowhere.invalid/");

    private final Path runs;
    private final FetchSettings fetching;

    Cli(Path runs) {
        this(runs, fetchingNothing(runs));
    }

    Cli(Path runs, FetchSettings fetching) {
        this.runs = runs;
        this.fetching = fetching;
    }

    /** No test downloads anything from elsewhere. */
    private static FetchSettings fetchingNothing(Path runs) {
        List<PublishedSet> sets = PublishedSet.ALL.stream()
                .map(set -> new PublishedSet(set.name(), List.of(NOWHERE), set.files()))
                .toList();
        return new FetchSettings(sets, new DataCache(runs.resolveSibling("cache")), Network.ofThisProcess());
    }

    /** What a command left behind. */
    record Output(int exitCode, String out, String err) {}

    Output run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Environment environment = new Environment(runs, false, false, InstantSource.system(), () -> fetching);
        CommandLine command =
                NasCommand.commandLine(environment).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        return new Output(exitCode, out.toString(), err.toString());
    }
}
