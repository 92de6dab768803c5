package nas.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds choices of a space that cannot matter: because no network has what they are about, or because two of them mean the
 * same. What they are never makes a search wrong, but whoever wrote them may have meant something else.
 */
public final class IneffectiveChoices {
    private static final int MOST_SPELT_OUT = 12;
    private static final String NO_LAYER = "no network has a hidden layer";

    private final SearchSpace space;
    private final Circumstances circumstances;
    private final List<Finding> findings = new ArrayList<>();

    private IneffectiveChoices(SearchSpace space, Circumstances circumstances) {
        this.space = space;
        this.circumstances = circumstances;
    }

    /**
     * A choice that cannot matter.
     *
     * @param key the key of a search-space file that makes the choice, such as {@code space.units}
     * @param what the values in question, such as {@code 181, 256}
     * @param why why they cannot matter
     */
    public record Finding(String key, String what, String why) {}

    /**
     * What the space is searched on.
     *
     * @param limit the parameters that networks may have
     * @param rows the most rows that a training has, the final ones included
     * @param epochs how long a trial trains
     */
    public record Circumstances(ReachableWidths.Limit limit, int rows, int epochs) {}

    /** Returns what was found, in the order of the keys of a search-space file. */
    public static List<Finding> of(SearchSpace space, Circumstances circumstances) {
        IneffectiveChoices choices = new IneffectiveChoices(space, circumstances);
        if (space.architectures().depths().last() == 0) {
            choices.withoutLayers();
        } else {
            choices.findings.addAll(ReachableWidths.findings(space.architectures(), circumstances.limit()));
            choices.dropoutKinds();
        }
        choices.training();
        return List.copyOf(choices.findings);
    }

    private void withoutLayers() {
        ArchitectureSpace layers = space.architectures();
        addOpen("space.units", layers.widths().first(), NO_LAYER);
        addOpen("space.activation", layers.activations(), NO_LAYER);
        addOpen("space.dropout", layers.dropouts(), NO_LAYER);
        addOpen("space.dropout_kind", layers.dropoutKinds(), NO_LAYER);
        addOpen("space.batch_norm", layers.batchNorms(), NO_LAYER);
    }

    private void dropoutKinds() {
        ArchitectureSpace layers = space.architectures();
        if (layers.dropouts().last() == 0) {
            addOpen("space.dropout_kind", layers.dropoutKinds(), "nothing is dropped");
        } else {
            addRepeats(
                    "space.dropout_kind",
                    layers.dropoutKinds(),
                    (one, other) -> layers.activations().rungs().stream()
                            .allMatch(activation -> one.of(activation) == other.of(activation)));
        }
    }

    private void training() {
        RecipeSpace recipes = space.recipes();
        if (!recipes.optimizers().rungs().contains(Optimizer.NESTEROV)) {
            addOpen("training.momentum", recipes.momenta(), "only nesterov has momentum");
        }
        if (circumstances.epochs() <= 2) {
            add(
                    "training.schedule",
                    recipes.schedules(),
                    schedule -> schedule == Schedule.REDUCE_ON_PLATEAU,
                    "a training of " + epochs() + " ends before the rate is reduced");
        }
        batchSizes();
        addRepeats("training.initialisation", recipes.initialisations(), this::isSame);
        patiences();
    }

    private void batchSizes() {
        int rows = circumstances.rows();
        addAllButFirst(
                "training.batch_size",
                space.recipes().batchSizes(),
                size -> size >= rows,
                "no training has more than " + rows + " rows");
    }

    /** The first epoch always counts as progress, and after the last there is nothing to stop. */
    private void patiences() {
        int epochs = circumstances.epochs();
        addAllButFirst(
                "training.early_stopping.patience",
                space.recipes().patiences(),
                patience -> epochs == 1 || patience >= epochs - 1,
                "cannot stop a training of " + epochs());
    }

    private String epochs() {
        return circumstances.epochs() + (circumstances.epochs() == 1 ? " epoch" : " epochs");
    }

    private boolean isSame(Initialisation one, Initialisation other) {
        boolean isLinear = space.architectures().depths().last() == 0;
        return one.ofOutput() == other.ofOutput()
                && (isLinear
                        || space.architectures().activations().rungs().stream()
                                .allMatch(activation -> one.of(activation) == other.of(activation)));
    }

    /** Adds a choice if it is open: what a file fixes without need, or leaves at its default, is no offer to search. */
    private void addOpen(String key, Ladder<?> ladder, String why) {
        if (ladder.size() > 1) {
            findings.add(new Finding(key, text(ladder.rungs()), why));
        }
    }

    private <T> void add(String key, Ladder<T> ladder, Predicate<T> isIneffective, String why) {
        List<T> ineffective = ladder.rungs().stream().filter(isIneffective).toList();
        if (!ineffective.isEmpty()) {
            findings.add(new Finding(key, text(ineffective), why));
        }
    }

    /** Adds values that all mean the same, but for the first of them. */
    private <T> void addAllButFirst(String key, Ladder<T> ladder, Predicate<T> isAlike, String why) {
        List<T> alike = ladder.rungs().stream().filter(isAlike).toList();
        if (alike.size() > 1) {
            List<T> further = alike.subList(1, alike.size());
            findings.add(new Finding(key, text(further), "as " + word(alike.get(0)) + ": " + why));
        }
    }

    /** Adds each value that means the same as one before it. */
    private <T> void addRepeats(String key, Ladder<T> ladder, BiPredicate<T, T> isSame) {
        for (int i = 1; i < ladder.size(); i++) {
            T value = ladder.rungs().get(i);
            ladder.rungs().subList(0, i).stream()
                    .filter(earlier -> isSame.test(earlier, value))
                    .findFirst()
                    .ifPresent(earlier ->
                            findings.add(new Finding(key, word(value), "here the same as " + word(earlier))));
        }
    }

    /** Returns values in words; of many, which are rungs of a ladder, the first and the last. */
    static String text(List<?> values) {
        return values.size() > MOST_SPELT_OUT
                ? word(values.get(0)) + " to " + word(values.get(values.size() - 1)) + " (" + values.size() + " values)"
                : values.stream().map(IneffectiveChoices::word).collect(Collectors.joining(", "));
    }

    private static String word(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
