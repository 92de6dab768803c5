package nas.spec;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.List;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.SearchSpace;

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

    private static final Ladder<Integer> LINEAR_ONLY = new Ladder<>(List.of(0));
    private static final Ladder<Integer> ONE_UNIT = new Ladder<>(List.of(1));
    private static final Ladder<Activation> DEFAULT_ACTIVATION = new Ladder<>(List.of(Activation.RELU));
    private static final Ladder<Double> DEFAULT_DROPOUT = new Ladder<>(List.of(0.0));

    private SpaceSection() {}

    /** Reads what a file says about its genomes. */
    static SearchSpace read(Section file) {
        Section space = file.section("space", "layers", "units", "activation", "dropout");
        Ladder<Integer> depths = space.require("layers", LINEAR_ONLY, value -> Ladders.integers(value, DEPTHS));
        return new SearchSpace(
                depths,
                units(space, depths),
                space.read("activation", DEFAULT_ACTIVATION, value -> Ladders.words(value, ACTIVATIONS)),
                space.read("dropout", DEFAULT_DROPOUT, value -> Ladders.shares(value, DROPOUTS)),
                recipe(file.section("training", "optimizer", "learning_rate", "batch_size")));
    }

    private static Ladder<Integer> units(Section space, Ladder<Integer> depths) {
        return depths.last() == 0
                ? space.read("units", ONE_UNIT, SpaceSection::widths)
                : space.require("units", ONE_UNIT, SpaceSection::widths);
    }

    private static Ladder<Integer> widths(Value value) {
        return Ladders.integers(value, UNITS);
    }

    private static Recipe recipe(Section training) {
        Recipe usual = Recipe.DEFAULT;
        return new Recipe(
                training.read("optimizer", usual.optimizer(), value -> value.choice(OPTIMIZERS)),
                training.read("learning_rate", usual.learningRate(), value -> value.real(Range.greaterThan(0.0))),
                training.read("batch_size", usual.batchSize(), value -> (int) value.integer(BATCH_SIZES)));
    }
}
