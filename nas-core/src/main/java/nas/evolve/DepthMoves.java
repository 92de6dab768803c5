package nas.evolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.SearchSpace;

/**
 * Moves to the next depth of a space: a layer comes in or goes, or several next to each other where the space leaves depths
 * out. Layers that move to a place with other widths, or beside layers that their shape does not allow, get the nearest units
 * that are allowed.
 */
final class DepthMoves {
    private final ArchitectureSpace space;
    private final Rebuilding rebuilding;

    DepthMoves(SearchSpace space) {
        this.space = space.architectures();
        this.rebuilding = new Rebuilding(space);
    }

    /** Returns genomes with a layer more: at any place, of any width that the shape allows there, and else like a neighbour. */
    List<Supplier<Genome>> inserted(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        List<Supplier<List<HiddenLayer>>> changed = new ArrayList<>();
        space.depths().above(layers.size()).ifPresent(depth -> {
            for (int place = 0; place <= layers.size(); place++) {
                addInserted(layers, place, depth - layers.size(), changed);
            }
        });
        return rebuilding.with(genome, changed);
    }

    private void addInserted(List<HiddenLayer> layers, int place, int more, List<Supplier<List<HiddenLayer>>> into) {
        List<Integer> units = units(layers, place);
        for (HiddenLayer layer : alike(layers, place)) {
            for (int width : units) {
                into.add(() -> {
                    List<HiddenLayer> changed = new ArrayList<>(layers);
                    changed.addAll(place, Collections.nCopies(more, layer.withUnits(width)));
                    return rebuilding.clipped(changed);
                });
            }
        }
    }

    /** Those for which no other layer has to change, if there are any. */
    private List<Integer> units(List<HiddenLayer> layers, int place) {
        List<Integer> ladder = space.widths().of(place).rungs();
        int before = place == 0 ? Integer.MAX_VALUE : layers.get(place - 1).units();
        int after = place == layers.size() ? 0 : layers.get(place).units();
        List<Integer> fitting = switch (space.widths().shape()) {
            case ANY -> ladder;
            case FUNNEL ->
                ladder.stream()
                        .filter(width -> width <= before && width >= after)
                        .toList();
            case RECTANGLE ->
                ladder.stream()
                        .filter(width ->
                                layers.isEmpty() || width == layers.get(0).units())
                        .toList();
        };
        return fitting.isEmpty() ? ladder : fitting;
    }

    /** What a new layer is like: one of its neighbours; where there is none, every activation comes in question. */
    private List<HiddenLayer> alike(List<HiddenLayer> layers, int place) {
        if (layers.isEmpty()) {
            HiddenLayer usual = space.of(List.of(1)).layers().get(0);
            return space.activations().rungs().stream()
                    .map(activation -> space.withActivation(usual, activation))
                    .toList();
        }
        return layers.subList(Math.max(0, place - 1), Math.min(layers.size(), place + 1)).stream()
                .map(layer -> layer.withUnits(1))
                .distinct()
                .toList();
    }

    /** Returns genomes with a layer less. */
    List<Supplier<Genome>> removed(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        List<Supplier<List<HiddenLayer>>> changed = new ArrayList<>();
        space.depths().below(layers.size()).ifPresent(depth -> {
            for (int i = 0; i <= depth; i++) {
                int place = i;
                changed.add(() -> rebuilding.clipped(without(layers, place, layers.size() - depth)));
            }
        });
        return rebuilding.with(genome, changed);
    }

    private static List<HiddenLayer> without(List<HiddenLayer> layers, int place, int less) {
        List<HiddenLayer> changed = new ArrayList<>(layers);
        changed.subList(place, place + less).clear();
        return changed;
    }
}
