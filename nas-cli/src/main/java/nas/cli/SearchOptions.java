package nas.cli;

import java.nio.file.Path;
import java.time.Duration;
import nas.InvalidInputException;
import nas.spec.Overrides;
import nas.train.EngineChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code search}. Those that stand for a key of the search space are checked where that key is. */
final class SearchOptions {
    private static final int MAX_WORKERS = 1024;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "File, or folder with IDX files, instead of data.source; "
                    + "any other folder is where data.source is looked up.")
    private @Nullable Path data;

    @Option(names = "--run", paramLabel = "NAME", description = "Name or path of the run. Default: SPACE-1, -2, ...")
    @Nullable
    String run;

    @Option(names = "--seed", paramLabel = "N", description = "Instead of search.seed.")
    private @Nullable String seed;

    @Option(names = "--population", paramLabel = "N", description = "Instead of search.population.")
    private @Nullable String population;

    @Option(names = "--generations", paramLabel = "N", description = "Instead of search.generations.")
    private @Nullable String generations;

    @Option(names = "--max-params", paramLabel = "N", description = "Instead of objective.max_params.")
    private @Nullable String maxParams;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Trainings at a time. Default: one for each processor.")
    private @Nullable Integer workers;

    @Option(
            names = "--engine",
            paramLabel = "E",
            defaultValue = "auto",
            converter = EngineWord.class,
            completionCandidates = EngineWord.Candidates.class,
            description = "Who trains: blas, dl4j, or auto, which is blas where that covers "
                    + "the network and dl4j elsewhere. Default: ${DEFAULT-VALUE}.")
    EngineChoice engine = EngineChoice.AUTO;

    @Option(
            names = "--time-limit",
            paramLabel = "T",
            converter = TimeLimit.class,
            description =
                    "Such as 90s, 10m or 1h30m: the search ends after the generation beyond which it would not fit; "
                            + "the first generation always runs.")
    @Nullable
    Duration timeLimit;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    boolean isJson;

    @Option(names = "--quiet", description = "Print no progress and no warnings.")
    boolean isQuiet;

    @Option(names = "--verbose", description = "Print what the log file says, too.")
    boolean isVerbose;

    /** Returns what these options say in place of the file. */
    Overrides overrides() {
        Overrides overrides = Overrides.NONE;
        overrides = with(overrides, "search.seed", seed, "--seed");
        overrides = with(overrides, "search.population", population, "--population");
        overrides = with(overrides, "search.generations", generations, "--generations");
        overrides = with(overrides, "objective.max_params", maxParams, "--max-params");
        return data == null ? overrides : overrides.withData(data);
    }

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

    private static Overrides with(Overrides overrides, String key, @Nullable String text, String label) {
        return text == null ? overrides : overrides.with(key, text, label);
    }
}
