package nas.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.SearchSpace;

/** Makes genomes of a changed architecture and the recipe of the one that was changed. */
final class Rebuilding {
    private final SearchSpace space;

    Rebuilding(SearchSpace space) {
        this.space = space;
    }

    /** Returns genomes with other layers, which are changed when a genome is asked for. */
    List<Supplier<Genome>> with(Genome genome, List<Supplier<List<HiddenLayer>>> changed) {
        List<Supplier<Genome>> genomes = new ArrayList<>(changed.size());
        for (Supplier<List<HiddenLayer>> layers : changed) {
            genomes.add(() -> rebuilt(genome, layers.get()));
        }
        return genomes;
    }

    private Genome rebuilt(Genome genome, List<HiddenLayer> layers) {
        return new Genome(new Architecture(layers), space.recipes().chosen(genome));
    }

    /** Returns the values one of which is replaced. */
    static <T> List<T> replaced(List<T> values, int place, T value) {
        List<T> changed = new ArrayList<>(values);
        changed.set(place, value);
        return changed;
    }

    /** Returns layers with the nearest units that the space allows them. */
    List<HiddenLayer> clipped(List<HiddenLayer> layers) {
        Architecture architecture = new Architecture(layers);
        return architecture
                .withUnits(space.architectures().widths().clipped(architecture.units()))
                .layers();
    }
}
