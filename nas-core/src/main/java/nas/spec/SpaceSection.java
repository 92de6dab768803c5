package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.List;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import org.jspecify.annotations.Nullable;

/** Reads {@code space} and {@code training}: the genomes to choose among. */
final class SpaceSection {
    private static final ImmutableMap<String, Activation> ACTIVATIONS =
            Maps.uniqueIndex(Arrays.asList(Activation.values()), Activation::word);
    private static final ImmutableMap<String, Optimizer> OPTIMIZERS =
            Maps.uniqueIndex(Arrays.asList(Optimizer.values()), Optimizer::word);

    private static final Range<Long> DEPTHS = Range.closed(0L, 16L);
    private static final Range<Long> UNITS = Range.closed(1L, 65_536L);
    private static final Range<Double> DROPOUTS = Range.closedOpen(0.0, 1.0);
    private static final Range<Long> BATCH_SIZES = Range.closed(1L, 1_000_000L);

    private static final Ladder<Integer> ONE_UNIT = new Ladder<>(List.of(1));

    private SpaceSection() {}

    /** Reads what a file says about its genomes. */
    static SpaceChoice read(Section file) {
        Section space = file.section("space", "layers", "units", "activation", "dropout");
        Ladder<Integer> depths =
                space.find("layers", value -> Ladders.integers(value, DEPTHS)).orElse(null);
        return new SpaceChoice(
                depths,
                units(space, depths),
                space.find("activation", value -> Ladders.words(value, ACTIVATIONS))
                        .orElse(null),
                space.find("dropout", value -> Ladders.shares(value, DROPOUTS)).orElse(null),
                recipe(file.section("training", "optimizer", "learning_rate", "batch_size")));
    }

    /** Without hidden layers there is nothing to choose. */
    private static @Nullable Ladder<Integer> units(Section space, @Nullable Ladder<Integer> depths) {
        boolean isLinear = depths != null && depths.last() == 0;
        return space.find("units", value -> Ladders.integers(value, UNITS)).orElse(isLinear ? ONE_UNIT : null);
    }

    private static SpaceChoice.RecipeChoice recipe(Section training) {
        return new SpaceChoice.RecipeChoice(
                training.find("optimizer", value -> value.choice(OPTIMIZERS)).orElse(null),
                training.find("learning_rate", value -> value.real(Range.greaterThan(0.0)))
                        .orElse(null),
                training.find("batch_size", value -> (int) value.integer(BATCH_SIZES))
                        .orElse(null));
    }
}
