package nas.select;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.space.Shape;
import nas.space.WidthSpace;

/**
 * The genomes of a space that are a step away from one of it.
 *
 * @param space the space
 * @param inputs number of network inputs
 * @param outputs number of network outputs
 * @param canonical the form of a genome that is trained, such as a repaired one
 */
public record Neighbourhood(SearchSpace space, int inputs, int outputs, UnaryOperator<Genome> canonical) {
    private static final double LEAST_SAVING = 0.10;

    /**
     * A genome and how it came about.
     *
     * @param genome the genome
     * @param kind what differs, such as {@code layer 1 narrower: 24 -> 20}
     */
    public record Variant(Genome genome, String kind) {}

    /** Hidden layers and how they came about. */
    private record Change(List<HiddenLayer> layers, String kind) {}

    /**
     * Returns the neighbours with fewer parameters: each layer narrower (in a rectangle all at once; in a funnel those behind
     * it with it); each layer removed; of two or more layers, one narrower by twice as many rungs and another one wider where
     * that saves a tenth of the parameters; and each of these with every layer's dropout one rung lower. None twice, and in
     * that order.
     *
     * @param rungs how many rungs are one step, at least 1
     */
    public List<Variant> smaller(Genome genome, int rungs) {
        List<Change> changes = new ArrayList<>(moved(genome, -rungs, "narrower"));
        changes.addAll(removed(genome));
        changes.addAll(traded(genome, rungs));
        List<Change> dropped = changes.stream()
                .map(change -> new Change(
                        change.layers().stream().map(this::lessDropped).toList(), change.kind() + ", less dropout"))
                .toList();
        changes.addAll(dropped);
        return variants(genome, changes, parameters -> parameters < parameters(genome));
    }

    /** Returns the neighbours with more parameters: each layer one rung wider, and each layer doubled. None twice. */
    public List<Variant> larger(Genome genome) {
        List<Change> changes = new ArrayList<>(moved(genome, 1, "wider"));
        changes.addAll(inserted(genome));
        return variants(genome, changes, parameters -> parameters > parameters(genome));
    }

    private List<Variant> variants(Genome genome, List<Change> changes, Predicate<Long> isOfSize) {
        Map<Genome, String> kinds = new LinkedHashMap<>();
        Recipe recipe = space.recipes().chosen(genome);
        for (Change change : changes) {
            Genome variant = canonical.apply(new Genome(new Architecture(change.layers()), recipe));
            if (!variant.equals(genome) && space.contains(variant) && isOfSize.test(parameters(variant))) {
                kinds.putIfAbsent(variant, change.kind());
            }
        }
        return kinds.entrySet().stream()
                .map(each -> new Variant(each.getKey(), each.getValue()))
                .toList();
    }

    long parameters(Genome genome) {
        return genome.parameters(inputs, outputs);
    }

    /** Each layer some rungs away, the others fitted to it, where that changes anything. */
    private List<Change> moved(Genome genome, int rungs, String change) {
        List<Integer> units = genome.architecture().units();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            int layer = i;
            rung(layer, units.get(layer), rungs)
                    .map(moved -> widths().fitted(with(units, layer, moved)))
                    .filter(after -> !after.equals(units))
                    .map(after -> resized(genome, after, kind(units, after, layer, change)))
                    .ifPresent(changes::add);
        }
        return changes;
    }

    /** Each layer; several next to each other where the space leaves depths out. */
    private List<Change> removed(Genome genome) {
        int depth = genome.architecture().depth();
        int less = depth - space.architectures().depths().below(depth).orElse(depth);
        return IntStream.rangeClosed(1, less == 0 ? 0 : depth - less + 1)
                .mapToObj(layer -> removed(genome.architecture().layers(), layer, less))
                .toList();
    }

    private Change removed(List<HiddenLayer> layers, int first, int count) {
        List<HiddenLayer> rest = new ArrayList<>(layers);
        rest.subList(first - 1, first - 1 + count).clear();
        return new Change(
                onLadders(rest), count == 1 ? "layer " + first + " removed" : layers(first, count) + " removed");
    }

    private static String layers(int first, int count) {
        return "layers " + first + " to " + (first + count - 1);
    }

    private List<Change> traded(Genome genome, int rungs) {
        List<Integer> units = genome.architecture().units();
        List<Change> changes = new ArrayList<>();
        if (widths().shape() == Shape.RECTANGLE) {
            return changes;
        }
        for (int narrower = 0; narrower < units.size(); narrower++) {
            for (int wider = 0; wider < units.size(); wider++) {
                if (narrower != wider) {
                    traded(genome, narrower, wider, rungs).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private Optional<Change> traded(Genome genome, int narrower, int wider, int rungs) {
        List<Integer> units = genome.architecture().units();
        Optional<Integer> less = rung(narrower, units.get(narrower), -2 * rungs);
        Optional<Integer> more = rung(wider, units.get(wider), rungs);
        if (less.isEmpty() || more.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> after = widths().fitted(with(with(units, narrower, less.get()), wider, more.get()));
        boolean isPossible =
                after.get(narrower).equals(less.get()) && after.get(wider).equals(more.get());
        String kind = kind(units, after, narrower, "narrower") + ", " + kind(units, after, wider, "wider");
        return Optional.of(resized(genome, after, kind))
                .filter(change -> isPossible && parameters(change) <= (1 - LEAST_SAVING) * parameters(genome));
    }

    private double parameters(Change change) {
        return new Architecture(change.layers()).parameters(inputs, outputs);
    }

    private List<Change> inserted(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        if (layers.isEmpty()) {
            return List.of(firstLayer(genome));
        }
        int more = space.architectures().depths().above(layers.size()).orElse(layers.size()) - layers.size();
        return IntStream.rangeClosed(1, more == 0 ? 0 : layers.size())
                .mapToObj(layer -> doubled(layers, layer, more))
                .toList();
    }

    private Change doubled(List<HiddenLayer> layers, int layer, int count) {
        List<HiddenLayer> more = new ArrayList<>(layers);
        more.addAll(layer, Collections.nCopies(count, layers.get(layer - 1)));
        String what = count == 1 ? "layer" : count + " layers";
        return new Change(onLadders(more), what + " inserted after layer " + layer);
    }

    /** The narrowest that makes the network larger, if there is one. */
    private Change firstLayer(Genome genome) {
        List<Integer> rungs = widths().first().rungs();
        int units = rungs.stream()
                .filter(rung ->
                        space.architectures().of(List.of(rung)).parameters(inputs, outputs) > parameters(genome))
                .findFirst()
                .orElse(widths().first().last());
        return new Change(space.architectures().of(List.of(units)).layers(), "layer inserted: " + units);
    }

    private Optional<Integer> rung(int layer, int width, int rungs) {
        List<Integer> ladder = widths().of(layer).rungs();
        int from = ladder.indexOf(width);
        int to = from + rungs;
        return from >= 0 && to >= 0 && to < ladder.size() ? Optional.of(ladder.get(to)) : Optional.empty();
    }

    /** A layer that moves to another place may find another ladder there; it takes the widest rung that is no wider. */
    private List<HiddenLayer> onLadders(List<HiddenLayer> layers) {
        List<Integer> units = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            units.add(widths().atMost(layer, layers.get(layer).units()));
        }
        return resized(layers, widths().fitted(units));
    }

    private HiddenLayer lessDropped(HiddenLayer layer) {
        double dropout = space.architectures().dropouts().below(layer.dropout()).orElse(layer.dropout());
        return new HiddenLayer(layer.units(), layer.activation(), dropout, layer.dropoutKind(), layer.batchNorm());
    }

    private static Change resized(Genome genome, List<Integer> units, String kind) {
        return new Change(resized(genome.architecture().layers(), units), kind);
    }

    private static List<HiddenLayer> resized(List<HiddenLayer> layers, List<Integer> units) {
        return IntStream.range(0, layers.size())
                .mapToObj(layer -> layers.get(layer).withUnits(units.get(layer)))
                .toList();
    }

    private String kind(List<Integer> before, List<Integer> after, int layer, String change) {
        boolean isAll = widths().shape() == Shape.RECTANGLE && before.size() > 1;
        return (isAll ? "all layers " : "layer " + (layer + 1) + " ") + change + ": " + before.get(layer) + " -> "
                + after.get(layer);
    }

    private WidthSpace widths() {
        return space.architectures().widths();
    }

    private static List<Integer> with(List<Integer> units, int layer, int width) {
        List<Integer> changed = new ArrayList<>(units);
        changed.set(layer, width);
        return changed;
    }
}
