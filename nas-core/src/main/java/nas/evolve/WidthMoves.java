package nas.evolve;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.SearchSpace;
import nas.space.WidthSpace;

/** Moves of a layer by one step of its ladder, all layers of a rectangle at once; further layers of a funnel narrow with it. */
final class WidthMoves {
    private final WidthSpace widths;
    private final Rebuilding rebuilding;

    WidthMoves(SearchSpace space) {
        this.widths = space.architectures().widths();
        this.rebuilding = new Rebuilding(space);
    }

    /** Returns genomes with a wider layer. */
    List<Supplier<Genome>> widened(Genome genome) {
        return moved(genome, Ladder::above);
    }

    /** Returns genomes with a narrower layer. */
    List<Supplier<Genome>> narrowed(Genome genome) {
        return moved(genome, Ladder::below);
    }

    private List<Supplier<Genome>> moved(Genome genome, BiFunction<Ladder<Integer>, Integer, Optional<Integer>> step) {
        Architecture architecture = genome.architecture();
        List<Integer> units = architecture.units();
        return rebuilding.with(
                genome,
                IntStream.range(0, units.size())
                        .boxed()
                        .flatMap(place -> step.apply(widths.of(place), units.get(place)).stream()
                                .map(moved -> Rebuilding.replaced(units, place, moved)))
                        .map(changed -> () ->
                                architecture.withUnits(widths.fitted(changed)).layers()));
    }
}
