package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The architectures among which a search chooses.
 *
 * @param depths numbers of hidden layers, ascending, each at least 0
 * @param widths their units
 * @param activations activations of a layer
 * @param isActivationShared whether all layers of a network have the same activation
 * @param dropouts dropout probabilities of a layer's output, ascending, each in [0, 1)
 * @param dropoutKinds kinds of dropout of a layer
 * @param batchNorms whether the layers of a network have batch normalisation: all of them or none
 */
public record ArchitectureSpace(
        Ladder<Integer> depths,
        WidthSpace widths,
        Ladder<Activation> activations,
        boolean isActivationShared,
        Ladder<Double> dropouts,
        Ladder<DropoutChoice> dropoutKinds,
        Ladder<Boolean> batchNorms) {
    /** @throws IllegalArgumentException if a ladder is not ascending or a value out of range */
    public ArchitectureSpace {
        checkArgument(Ladder.isAscending(depths) && depths.first() >= 0, "layers must ascend from >= 0: %s", depths);
        checkArgument(
                Ladder.isAscending(dropouts) && dropouts.first() >= 0 && dropouts.last() < 1,
                "dropout must ascend within [0, 1): %s",
                dropouts);
    }

    /** Architectures whose layers choose units, activation and dropout for themselves, without batch normalisation. */
    public ArchitectureSpace(
            Ladder<Integer> depths, Ladder<Integer> units, Ladder<Activation> activations, Ladder<Double> dropouts) {
        this(
                depths,
                new WidthSpace(units),
                activations,
                false,
                dropouts,
                Ladder.of(DropoutChoice.AUTO),
                Ladder.of(false));
    }

    /** Returns the number of architectures. */
    public BigInteger size() {
        return size(activation -> true);
    }

    /** Returns the number of architectures all of whose layers have an activation that is asked for. */
    BigInteger size(Predicate<Activation> isCounted) {
        List<Integer> variants = activations.rungs().stream()
                .filter(isCounted)
                .map(this::dropouts)
                .toList();
        return depths.rungs().stream().map(depth -> size(depth, variants)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** @param variants for each activation, how many kinds of layer with it there are, units aside */
    private BigInteger size(int depth, List<Integer> variants) {
        if (depth == 0) {
            return BigInteger.ONE;
        }
        Stream<BigInteger> each = variants.stream().map(BigInteger::valueOf);
        BigInteger choices = isActivationShared
                ? each.map(count -> count.pow(depth)).reduce(BigInteger.ZERO, BigInteger::add)
                : each.reduce(BigInteger.ZERO, BigInteger::add).pow(depth);
        return widths.size(depth).multiply(choices).multiply(BigInteger.valueOf(batchNorms.size()));
    }

    /** Where nothing is dropped, the kind of dropout does not matter. */
    private int dropouts(Activation activation) {
        long kinds = dropoutKinds.rungs().stream()
                .map(choice -> choice.of(activation))
                .distinct()
                .count();
        return dropouts.rungs().stream()
                .mapToInt(dropout -> dropout == 0 ? 1 : (int) kinds)
                .sum();
    }

    /** Tells whether an architecture lies in this space. */
    public boolean contains(Architecture architecture) {
        List<HiddenLayer> layers = architecture.layers();
        return depths.rungs().contains(layers.size())
                && widths.contains(architecture.units())
                && layers.stream().allMatch(this::contains)
                && (!isActivationShared
                        || areAlike(layers.stream().map(HiddenLayer::activation).toList()))
                && areAlike(layers.stream().map(HiddenLayer::batchNorm).toList());
    }

    /**
     * Returns the architecture with the fewest parameters between so many inputs and outputs. It need not be the linear
     * one: a narrow hidden layer can be smaller.
     */
    public Architecture smallest(int inputs, int outputs) {
        return depths.rungs().stream()
                .map(depth -> of(widths.narrowest(depth), lightest()))
                .min(Comparator.comparingLong(architecture -> architecture.parameters(inputs, outputs)))
                .orElseThrow();
    }

    /** Returns the architecture with the most parameters between so many inputs and outputs. */
    public Architecture largest(int inputs, int outputs) {
        return depths.rungs().stream()
                .map(depth -> of(widths.widest(depth), heaviest()))
                .max(Comparator.comparingLong(architecture -> architecture.parameters(inputs, outputs)))
                .orElseThrow();
    }

    /** Returns the architecture of middling depth and widths, with the first activation and the lowest dropout. */
    public Architecture middle() {
        List<Integer> units = IntStream.range(0, depths.middle())
                .mapToObj(layer -> widths.of(layer).middle())
                .toList();
        return of(widths.fitted(units));
    }

    /** Returns the architecture of some widths with the first activation, the lowest dropout and the first batch norm. */
    public Architecture of(List<Integer> units) {
        return of(units, layer(activations.first(), batchNorms.first()));
    }

    /** Returns a layer with another activation, whose kind of dropout is by the same choice as before. */
    public HiddenLayer withActivation(HiddenLayer layer, Activation activation) {
        DropoutChoice choice = dropoutKinds.rungs().stream()
                .filter(each -> each.of(layer.activation()) == layer.dropoutKind())
                .findFirst()
                .orElse(dropoutKinds.first());
        return new HiddenLayer(layer.units(), activation, layer.dropout(), choice.of(activation), layer.batchNorm());
    }

    /** Returns all layers of so many units with some activation and batch normalisation that there are, none twice. */
    public List<HiddenLayer> variants(int units, Activation activation, boolean batchNorm) {
        Set<HiddenLayer> variants = new LinkedHashSet<>();
        for (double dropout : dropouts.rungs()) {
            for (DropoutChoice kind : dropoutKinds.rungs()) {
                variants.add(new HiddenLayer(units, activation, dropout, kind.of(activation), batchNorm));
            }
        }
        return List.copyOf(variants);
    }

    /** Returns a layer, of any width, with the choices that take the fewest parameters. */
    HiddenLayer lightest() {
        boolean batchNorm = !batchNorms.rungs().contains(false);
        return layer(extreme(activation -> activation != Activation.PRELU), batchNorm);
    }

    private HiddenLayer heaviest() {
        boolean batchNorm = batchNorms.rungs().contains(true);
        return layer(extreme(activation -> activation == Activation.PRELU), batchNorm);
    }

    private Activation extreme(Predicate<Activation> isWanted) {
        return activations.rungs().stream().filter(isWanted).findFirst().orElse(activations.first());
    }

    private HiddenLayer layer(Activation activation, boolean batchNorm) {
        return new HiddenLayer(
                1, activation, dropouts.first(), dropoutKinds.first().of(activation), batchNorm);
    }

    private static Architecture of(List<Integer> units, HiddenLayer layer) {
        return new Architecture(units.stream().map(layer::withUnits).toList());
    }

    private boolean contains(HiddenLayer layer) {
        return activations.rungs().contains(layer.activation())
                && dropouts.rungs().contains(layer.dropout())
                && (layer.dropout() == 0
                        || dropoutKinds.rungs().stream()
                                .anyMatch(choice -> choice.of(layer.activation()) == layer.dropoutKind()))
                && batchNorms.rungs().contains(layer.batchNorm());
    }

    private static boolean areAlike(List<?> values) {
        return values.stream().distinct().count() <= 1;
    }
}
