package nas.spec;

import static java.util.Objects.requireNonNullElse;

import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.DropoutChoice;
import nas.space.Ladder;
import nas.space.Shape;
import nas.space.WidthSpace;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about what networks look like. What is {@code null} is chosen to suit the data.
 *
 * @param depths numbers of hidden layers
 * @param units numbers of units of a layer
 * @param shape how the widths of layers may follow one another
 * @param activations activations of a layer
 * @param dropouts dropout probabilities of a layer's output
 * @param dropoutKinds kinds of dropout of a layer
 * @param batchNorms whether layers have batch normalisation
 */
public record ArchitectureChoice(
        @Nullable Ladder<Integer> depths,
        @Nullable Units units,
        @Nullable Shape shape,
        @Nullable Activations activations,
        @Nullable Ladder<Double> dropouts,
        @Nullable Ladder<DropoutChoice> dropoutKinds,
        @Nullable Ladder<Boolean> batchNorms) {
    /** Everything is left open. */
    public static final ArchitectureChoice OPEN = new ArchitectureChoice(null, null, null, null, null, null, null);

    /**
     * Numbers of units.
     *
     * @param first of the first hidden layer
     * @param rest of each further one
     */
    public record Units(Ladder<Integer> first, Ladder<Integer> rest) {}

    /**
     * Activations.
     *
     * @param choices those of a layer
     * @param isShared whether all layers of a network have the same
     */
    public record Activations(Ladder<Activation> choices, boolean isShared) {}

    /** Returns the space with what is left open taken from another one. */
    ArchitectureSpace orElse(ArchitectureSpace other) {
        Ladder<Integer> layers = requireNonNullElse(depths, other.depths());
        Activations functions = requireNonNullElse(activations, activations(other));
        return new ArchitectureSpace(
                layers,
                widths(
                        layers,
                        requireNonNullElse(units, units(other)),
                        other.widths().shape()),
                functions.choices(),
                functions.isShared(),
                requireNonNullElse(dropouts, other.dropouts()),
                requireNonNullElse(dropoutKinds, other.dropoutKinds()),
                requireNonNullElse(batchNorms, other.batchNorms()));
    }

    /** A single layer has any shape, whatever would have to be so of a second one. */
    private WidthSpace widths(Ladder<Integer> layers, Units widths, Shape usual) {
        Shape wanted = requireNonNullElse(shape, usual);
        boolean isShaped = layers.last() > 1 || WidthSpace.isPossible(widths.first(), widths.rest(), wanted);
        return new WidthSpace(widths.first(), widths.rest(), isShaped ? wanted : Shape.ANY);
    }

    private static Units units(ArchitectureSpace space) {
        return new Units(space.widths().first(), space.widths().rest());
    }

    private static Activations activations(ArchitectureSpace space) {
        return new Activations(space.activations(), space.isActivationShared());
    }
}
