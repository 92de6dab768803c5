package nas.evolve;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.SearchSpace;

/** Moves of a layer's activation and dropout. */
final class LayerMoves {
    private final ArchitectureSpace space;
    private final Rebuilding rebuilding;

    LayerMoves(SearchSpace space) {
        this.space = space.architectures();
        this.rebuilding = new Rebuilding(space);
    }

    /** Returns genomes with another activation in a layer, or in all where they share one. */
    List<Supplier<Genome>> activated(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return space.isActivationShared()
                ? rebuilding.with(
                        genome,
                        space.activations().rungs().stream().map(activation -> () -> allWith(activation, layers)))
                : rebuilding.with(
                        genome,
                        each(
                                layers,
                                layer -> space.activations().rungs().stream()
                                        .map(activation -> space.withActivation(layer, activation))));
    }

    private List<HiddenLayer> allWith(Activation activation, List<HiddenLayer> layers) {
        return layers.stream()
                .map(layer -> space.withActivation(layer, activation))
                .toList();
    }

    /** Returns genomes in which a layer drops one step more or less, or in another way. */
    List<Supplier<Genome>> dropped(Genome genome) {
        return rebuilding.with(genome, each(genome.architecture().layers(), this::dropped));
    }

    /** Who moves keeps its kind of dropout if it has one, else takes any. */
    private Stream<HiddenLayer> dropped(HiddenLayer layer) {
        Ladder<Double> ladder = space.dropouts();
        List<Double> near = Stream.of(ladder.below(layer.dropout()), ladder.above(layer.dropout()))
                .flatMap(step -> step.stream())
                .toList();
        return space.variants(layer.units(), layer.activation(), layer.batchNorm()).stream()
                .filter(other ->
                        near.contains(other.dropout()) ? isOfKind(layer, other) : other.dropout() == layer.dropout());
    }

    private static boolean isOfKind(HiddenLayer layer, HiddenLayer other) {
        return layer.dropout() == 0 || other.dropout() == 0 || other.dropoutKind() == layer.dropoutKind();
    }

    private static Stream<Supplier<List<HiddenLayer>>> each(
            List<HiddenLayer> layers, Function<HiddenLayer, Stream<HiddenLayer>> change) {
        return IntStream.range(0, layers.size())
                .boxed()
                .flatMap(place ->
                        change.apply(layers.get(place)).map(layer -> () -> Rebuilding.replaced(layers, place, layer)));
    }
}
