package nas.space;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import nas.space.Ladder.Scale;

/** Spaces that open what {@link RandomGenomes#SPACE} fixes. */
public final class OpenSpaces {
    private static final Ladder<Double> NONE = Ladder.of(0.0);

    /** The recipe that most of them fix. */
    private static final RecipeSpace FIXED = RecipeSpace.of(Recipe.DEFAULT);

    private OpenSpaces() {}

    /** Returns small spaces, each with some choices open, whose genotypes can be walked one by one. */
    public static Map<String, SearchSpace> small() {
        return ImmutableMap.<String, SearchSpace>builder()
                .put("funnel", shaped(new WidthSpace(units(3, 5, 9), units(3, 5, 9), Shape.FUNNEL)))
                .put("funnel of two ladders", shaped(new WidthSpace(units(2, 6, 8), units(4, 5, 7, 20), Shape.FUNNEL)))
                .put("rectangle", shaped(new WidthSpace(units(3, 5, 9), units(3, 5, 9), Shape.RECTANGLE)))
                .put("two ladders", shaped(new WidthSpace(units(16, 32), units(3, 5), Shape.ANY)))
                .put("layers", new SearchSpace(layers(false), FIXED))
                .put("shared activation", new SearchSpace(layers(true), FIXED))
                .put("initialisation", new SearchSpace(initialised(), initialisations(Initialisation.values())))
                .put(
                        "one initialisation",
                        new SearchSpace(initialised(), initialisations(Initialisation.GLOROT_NORMAL)))
                .put("trained slopes", new SearchSpace(slopes(), FIXED))
                .put("recipes", new SearchSpace(linear(), recipes()))
                .buildOrThrow();
    }

    /** Returns a space with everything open. */
    public static SearchSpace everything() {
        ArchitectureSpace architectures = new ArchitectureSpace(
                Ladder.integers(0, 3, Scale.LINEAR),
                new WidthSpace(Ladder.integers(4, 64, Scale.LOG), Ladder.integers(2, 32, Scale.LOG), Shape.FUNNEL),
                new Ladder<>(List.of(Activation.values())),
                false,
                new Ladder<>(List.of(0.0, 0.1, 0.3)),
                new Ladder<>(List.of(DropoutChoice.values())),
                new Ladder<>(List.of(false, true)));
        return new SearchSpace(
                architectures,
                new RecipeSpace(
                        new Ladder<>(List.of(Optimizer.values())),
                        new Ladder<>(List.of(0.5, 0.9)),
                        rates(),
                        new Ladder<>(List.of(Schedule.values())),
                        new Ladder<>(List.of(16, 64)),
                        new Ladder<>(List.of(Loss.AUTO, Loss.BINARY_CROSS_ENTROPY)),
                        new Ladder<>(List.of(Initialisation.values())),
                        new Ladder<>(List.of(0.0, 1e-4)),
                        new Ladder<>(List.of(0.0, 1e-3)),
                        new Ladder<>(List.of(0.0, 1e-2)),
                        clippings(),
                        new Ladder<>(List.of(0, 3))));
    }

    private static Map<Optimizer, Ladder<Double>> rates() {
        ImmutableMap.Builder<Optimizer, Ladder<Double>> rates = ImmutableMap.builder();
        int steps = 2;
        for (Optimizer optimizer : Optimizer.values()) {
            rates.put(optimizer, Ladder.reals(1e-3, 1e-1, Scale.LOG, steps++));
        }
        return rates.buildOrThrow();
    }

    private static Ladder<Clipping> clippings() {
        return new Ladder<>(
                List.of(Clipping.NONE, new Clipping(Clipping.Kind.NORM, 1), new Clipping(Clipping.Kind.VALUE, 0.5)));
    }

    private static SearchSpace shaped(WidthSpace widths) {
        return new SearchSpace(
                new ArchitectureSpace(
                        Ladder.integers(0, 3, Scale.LINEAR),
                        widths,
                        Ladder.of(Activation.RELU),
                        false,
                        NONE,
                        Ladder.of(DropoutChoice.AUTO),
                        Ladder.of(false)),
                FIXED);
    }

    private static ArchitectureSpace layers(boolean isActivationShared) {
        return new ArchitectureSpace(
                Ladder.integers(0, 2, Scale.LINEAR),
                new WidthSpace(units(3)),
                new Ladder<>(List.of(Activation.SELU, Activation.PRELU)),
                isActivationShared,
                new Ladder<>(List.of(0.0, 0.5)),
                new Ladder<>(List.of(DropoutChoice.AUTO, DropoutChoice.ALPHA)),
                new Ladder<>(List.of(false, true)));
    }

    /** Of some, the smallest network drops by another kind than those with trained slopes. */
    private static ArchitectureSpace slopes() {
        return new ArchitectureSpace(
                new Ladder<>(List.of(1, 2)),
                new WidthSpace(units(3, 5)),
                new Ladder<>(List.of(Activation.PRELU, Activation.SELU)),
                false,
                Ladder.of(0.1),
                Ladder.of(DropoutChoice.AUTO),
                Ladder.of(false));
    }

    /** A layer of one unit is smaller than none between six inputs and three outputs. */
    private static ArchitectureSpace initialised() {
        return new ArchitectureSpace(
                new Ladder<>(List.of(0, 1, 2)),
                units(1, 3),
                new Ladder<>(List.of(Activation.TANH, Activation.RELU, Activation.SELU)),
                NONE);
    }

    private static RecipeSpace initialisations(Initialisation... choices) {
        return new RecipeSpace(
                FIXED.optimizers(),
                FIXED.momenta(),
                FIXED.learningRates(),
                FIXED.schedules(),
                FIXED.batchSizes(),
                FIXED.losses(),
                new Ladder<>(List.of(choices)),
                NONE,
                NONE,
                NONE,
                FIXED.clippings(),
                FIXED.patiences());
    }

    private static ArchitectureSpace linear() {
        return new ArchitectureSpace(Ladder.of(0), units(3), Ladder.of(Activation.RELU), NONE);
    }

    private static RecipeSpace recipes() {
        return new RecipeSpace(
                new Ladder<>(List.of(Optimizer.SGD, Optimizer.NESTEROV, Optimizer.ADAM)),
                new Ladder<>(List.of(0.5, 0.9)),
                ImmutableMap.of(
                        Optimizer.SGD,
                        new Ladder<>(List.of(0.1, 0.2, 0.4)),
                        Optimizer.NESTEROV,
                        Ladder.of(0.1),
                        Optimizer.ADAM,
                        new Ladder<>(List.of(0.01, 0.02))),
                new Ladder<>(List.of(Schedule.COSINE, Schedule.REDUCE_ON_PLATEAU)),
                FIXED.batchSizes(),
                FIXED.losses(),
                FIXED.initialisations(),
                NONE,
                new Ladder<>(List.of(0.0, 1e-3)),
                NONE,
                clippings(),
                new Ladder<>(List.of(0, 3)));
    }

    private static Ladder<Integer> units(Integer... units) {
        return new Ladder<>(List.of(units));
    }
}
