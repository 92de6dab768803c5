package nas.cli;

import java.time.Duration;
import nas.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that trains: how, for how long, and what it prints. */
final class RunOptions {
    private static final int MAX_WORKERS = 1024;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trainings at a time. Default: one for each processor.")
    private @Nullable Integer workers;

    @Option(
            names = "--time-limit",
            paramLabel = "T",
            converter = TimeLimit.class,
            description = "Such as 90s, 10m or 1h30m, counted from now on: the search ends after the generation beyond "
                    + "which it would not fit, and so do steps down; one generation always runs.")
    @Nullable
    Duration timeLimit;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    boolean isJson;

    @Option(names = "--quiet", description = "Print no progress and no warnings.")
    boolean isQuiet;

    @Option(names = "--verbose", description = "Print what the log file says, too.")
    boolean isVerbose;

    /**
     * Returns the number of workers.
     *
     * @throws InvalidInputException if it is not between 1 and 1024
     */
    int workers() {
        if (workers != null && (workers < 1 || workers > MAX_WORKERS)) {
            throw new InvalidInputException("--workers must be >= 1 and <= " + MAX_WORKERS + ", but was " + workers);
        }
        return workers != null ? workers : Runtime.getRuntime().availableProcessors();
    }

    /**
     * Returns how much is to be printed besides the result.
     *
     * @throws InvalidInputException if it is to be both more and less
     */
    Logs.Verbosity verbosity() {
        if (isQuiet && isVerbose) {
            throw new InvalidInputException("--quiet and --verbose exclude each other");
        }
        return isQuiet ? Logs.Verbosity.QUIET : isVerbose ? Logs.Verbosity.VERBOSE : Logs.Verbosity.NORMAL;
    }
}
