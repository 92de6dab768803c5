package nas.spec;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All keys of a search space but those of ranges and those that its user chooses, such as names of columns. */
final class SpaceKeys {
    /** Full keys, those of a section after it, in the order in which messages list them. */
    static final ImmutableList<String> ALL = ImmutableList.of(
            "name",
            "data",
            "data.source",
            "data.test",
            "data.header",
            "data.delimiter",
            "data.quote",
            "data.target",
            "data.target.column",
            "data.target.columns",
            "data.target.map",
            "data.task",
            "data.columns",
            "data.missing",
            "data.missing.values",
            "data.missing.indicator",
            "data.weights",
            "data.group",
            "data.time",
            "data.rows",
            "data.split",
            "data.split.validation",
            "data.split.test",
            "data.split.folds",
            "data.split.seed",
            "space",
            "space.layers",
            "space.units",
            "space.units.first",
            "space.units.rest",
            "space.shape",
            "space.activation",
            "space.activation.shared",
            "space.dropout",
            "space.dropout_kind",
            "space.batch_norm",
            "training",
            "training.optimizer",
            "training.momentum",
            "training.learning_rate",
            "training.schedule",
            "training.batch_size",
            "training.early_stopping",
            "training.early_stopping.patience",
            "training.clipping",
            "training.clipping.value",
            "training.clipping.norm",
            "training.loss",
            "training.initialisation",
            "training.l1",
            "training.l2",
            "training.weight_decay",
            "objective",
            "objective.penalty",
            "objective.penalty.per_decade",
            "objective.max_params",
            "objective.choose",
            "objective.choose.within",
            "objective.choose.reach",
            "objective.choose.reach.accuracy",
            "objective.choose.reach.balanced_accuracy",
            "objective.choose.reach.balancedAccuracy",
            "objective.choose.reach.rmse",
            "objective.choose.reach.r2",
            "search",
            "search.strategy",
            "search.population",
            "search.generations",
            "search.seed",
            "search.stagnation",
            "search.operators",
            "search.operators.crossover",
            "search.operators.insert",
            "search.operators.remove",
            "search.operators.widen",
            "search.operators.narrow",
            "search.operators.activation",
            "search.operators.dropout",
            "search.operators.recipe",
            "search.rungs",
            "search.rungs.epochs",
            "search.rungs.keep",
            "finalists",
            "finalists.count",
            "finalists.blocks",
            "finalists.epochs",
            "start");

    /** Who writes {@code dropout} or {@code activation} in a wrong place hardly means how often it is to mutate. */
    private static final Set<String> UNLIKELY =
            ImmutableSet.of("search.operators.activation", "search.operators.dropout");

    private static final ImmutableListMultimap<String, String> BY_NAME = Multimaps.index(
            ALL.stream().filter(path -> !UNLIKELY.contains(path)).toList(), SpaceKeys::name);

    /** What a key that is no section's may have been meant for. */
    private static final ImmutableSet<String> WITHIN_SECTIONS =
            ALL.stream().filter(path -> path.contains(".")).map(SpaceKeys::name).collect(toImmutableSet());

    private SpaceKeys() {}

    /** Returns the last part of a full key. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /**
     * Returns {@code "; did you mean 'a.b'?"} with the full keys that have the name of one that stands elsewhere, or
     * what was probably meant by it; else an empty string.
     *
     * @param path the full key that is not known
     * @param name its own part of it
     */
    static String hint(String path, String name) {
        if (ALL.contains(path)) {
            return "; did you mean '" + nested(path) + "'?"; // one key with a dot in it
        }
        String known = BY_NAME.containsKey(name)
                ? name
                : Meant.word(name, WITHIN_SECTIONS).orElse("");
        List<String> meant = BY_NAME.get(known).stream()
                .filter(each -> !path.startsWith(each + "."))
                .toList();
        return meant.isEmpty() ? "" : "; did you mean " + words(meant) + "?";
    }

    private static String words(List<String> paths) {
        return paths.stream().map(SpaceKeys::word).collect(Collectors.joining(" or "));
    }

    private static String word(String path) {
        return "'" + path + "'" + (path.contains(".") ? "" : " at the top level");
    }

    private static String nested(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path + ": …" : path.substring(0, dot) + ": {" + nested(path.substring(dot + 1)) + "}";
    }
}
