package nas.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import nas.data.fetch.DataCache;
import nas.data.fetch.FetchSettings;
import nas.data.fetch.Network;
import nas.data.fetch.PublishedSet;

/**
 * What a command takes from the process it runs in.
 *
 * @param runs folder that holds the runs
 * @param isTerminal whether standard error is a terminal
 * @param isColoured whether it is one that is to have colours (<a href="https://no-color.org">NO_COLOR</a>)
 * @param time the clock
 * @param fetching how published data are downloaded; only asked by commands that need them, for quick starts of the others
 */
record Environment(
        Path runs, boolean isTerminal, boolean isColoured, InstantSource time, Supplier<FetchSettings> fetching) {
    static Environment ofThisProcess() {
        String runs = System.getenv("NAS_RUNS");
        boolean isTerminal = Boolean.getBoolean("nas.terminal");
        return new Environment(
                Path.of(runs == null || runs.isEmpty() ? "runs" : runs),
                isTerminal,
                isTerminal && isColoured(System.getenv()),
                InstantSource.system(),
                Environment::fetchingOfThisProcess);
    }

    /** Whoever sets NO_COLOR to anything wants none, and a dumb terminal has none. */
    static boolean isColoured(Map<String, String> variables) {
        return variables.getOrDefault("NO_COLOR", "").isEmpty()
                && !variables.getOrDefault("TERM", "").equals("dumb");
    }

    /** Returns what standard output is encoded in; before JDK 18 the default is that of the terminal. */
    static Charset outputCharset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }

    private static FetchSettings fetchingOfThisProcess() {
        Map<String, String> variables = System.getenv();
        Path home = Path.of(variables.getOrDefault("HOME", System.getProperty("user.home")));
        DataCache cache = DataCache.of(variables, home, System.getProperty("os.name"));
        return new FetchSettings(PublishedSet.ALL, cache, Network.ofThisProcess());
    }
}
