package nas.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
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
        List<Supplier<List<HiddenLayer>>> changed = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            int place = i;
            step.apply(widths.of(place), units.get(place))
                    .ifPresent(moved -> changed.add(() -> {
                        List<Integer> others = Rebuilding.replaced(units, place, moved);
                        return architecture.withUnits(widths.fitted(others)).layers();
                    }));
        }
        return rebuilding.with(genome, changed);
    }
}
