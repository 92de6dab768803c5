package nas.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nas.space.Activation;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
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
        List<Supplier<List<HiddenLayer>>> changed = new ArrayList<>();
        if (space.isActivationShared()) {
            for (Activation activation : space.activations().rungs()) {
                changed.add(() -> allWith(activation, layers));
            }
        } else {
            for (int place = 0; place < layers.size(); place++) {
                addActivated(layers, place, changed);
            }
        }
        return rebuilding.with(genome, changed);
    }

    private void addActivated(List<HiddenLayer> layers, int place, List<Supplier<List<HiddenLayer>>> into) {
        HiddenLayer layer = layers.get(place);
        for (Activation activation : space.activations().rungs()) {
            into.add(() -> Rebuilding.replaced(layers, place, space.withActivation(layer, activation)));
        }
    }

    private List<HiddenLayer> allWith(Activation activation, List<HiddenLayer> layers) {
        return layers.stream()
                .map(layer -> space.withActivation(layer, activation))
                .toList();
    }

    /** Returns genomes in which a layer drops one step more or less, or in another way. */
    List<Supplier<Genome>> dropped(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        List<Supplier<List<HiddenLayer>>> changed = new ArrayList<>();
        for (int place = 0; place < layers.size(); place++) {
            addDropped(layers, place, changed);
        }
        return rebuilding.with(genome, changed);
    }

    /** Who moves keeps its kind of dropout if it has one, else takes any. */
    private void addDropped(List<HiddenLayer> layers, int place, List<Supplier<List<HiddenLayer>>> into) {
        HiddenLayer layer = layers.get(place);
        Optional<Double> less = space.dropouts().below(layer.dropout());
        Optional<Double> more = space.dropouts().above(layer.dropout());
        for (HiddenLayer other : space.variants(layer.units(), layer.activation(), layer.batchNorm())) {
            Optional<Double> dropout = Optional.of(other.dropout());
            boolean isNear = dropout.equals(less) || dropout.equals(more);
            if (isNear ? isOfKind(layer, other) : other.dropout() == layer.dropout()) {
                into.add(() -> Rebuilding.replaced(layers, place, other));
            }
        }
    }

    private static boolean isOfKind(HiddenLayer layer, HiddenLayer other) {
        return layer.dropout() == 0 || other.dropout() == 0 || other.dropoutKind() == layer.dropoutKind();
    }
}
