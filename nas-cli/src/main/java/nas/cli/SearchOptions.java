package nas.cli;

import java.nio.file.Path;
import java.util.List;
import nas.spec.Overrides;
import nas.train.EngineChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that say what is searched and who trains. Those that stand for a key of the search space are checked where
 * that key is.
 */
final class SearchOptions {
    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "Instead of data.target: the column to predict, by name or by number (-1 is the last). "
                    + "May be given several times, to predict several numbers.")
    private List<String> target = List.of();

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "File, or folder with IDX files, instead of data.source; "
                    + "any other folder is where data.source is looked up.")
    private @Nullable Path data;

    @Option(names = "--seed", paramLabel = "N", description = "Instead of search.seed.")
    private @Nullable String seed;

    @Option(names = "--population", paramLabel = "N", description = "Instead of search.population.")
    private @Nullable String population;

    @Option(names = "--generations", paramLabel = "N", description = "Instead of search.generations.")
    private @Nullable String generations;

    @Option(names = "--max-params", paramLabel = "N", description = "Instead of objective.max_params.")
    private @Nullable String maxParams;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Instead of search.strategy: evolution, random, grid or halving.")
    private @Nullable String strategy;

    @Mixin
    private final SetOptions set = new SetOptions();

    @Option(
            names = "--engine",
            paramLabel = "E",
            defaultValue = "auto",
            converter = EngineWord.class,
            completionCandidates = EngineWord.Candidates.class,
            description = "Who trains: blas, dl4j, or auto, which is blas where that covers "
                    + "the network and dl4j elsewhere. Default: ${DEFAULT-VALUE}.")
    EngineChoice engine = EngineChoice.AUTO;

    /** Returns what these options say in place of the file. */
    Overrides overrides() {
        Overrides overrides = withTarget(Overrides.NONE, target);
        overrides = with(overrides, "search.seed", seed, "--seed");
        overrides = with(overrides, "search.population", population, "--population");
        overrides = with(overrides, "search.generations", generations, "--generations");
        overrides = with(overrides, "objective.max_params", maxParams, "--max-params");
        overrides = with(overrides, "search.strategy", strategy, "--strategy");
        return set.over(data == null ? overrides : overrides.withData(data));
    }

    /** Returns a copy with the columns to predict, if any are named. */
    static Overrides withTarget(Overrides overrides, List<String> columns) {
        return columns.isEmpty() ? overrides : overrides.withTexts("data.target", columns, "--target");
    }

    private static Overrides with(Overrides overrides, String key, @Nullable String text, String label) {
        return text == null ? overrides : overrides.with(key, text, label);
    }
}
