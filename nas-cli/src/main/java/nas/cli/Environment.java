package nas.cli;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a command takes from the process it runs in.
 *
 * @param runs folder that holds the runs
 * @param isTerminal whether standard error is a terminal
 * @param time the clock
 */
record Environment(Path runs, boolean isTerminal, InstantSource time) {
    static Environment ofThisProcess() {
        String runs = System.getenv("NAS_RUNS");
        return new Environment(
                Path.of(runs == null || runs.isEmpty() ? "runs" : runs),
                Boolean.getBoolean("nas.terminal"),
                InstantSource.system());
    }
}
