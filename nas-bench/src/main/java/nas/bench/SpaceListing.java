package nas.bench;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.SearchSpace;

/** All genomes of a space that is small enough for that. */
final class SpaceListing {
    private SpaceListing() {}

    /**
     * Returns every genome of a space, by depth, widths and activations in the order of their ladders.
     *
     * @param space a space of architectures of any widths without dropout and batch normalisation, and of one recipe
     * @throws IllegalArgumentException if the space has more choices than that
     */
    static List<Genome> of(SearchSpace space) {
        Set<Genome> genomes = new LinkedHashSet<>();
        for (int depth : space.architectures().depths().rungs()) {
            for (List<HiddenLayer> layers : layers(space.architectures(), depth)) {
                genomes.add(new Genome(new Architecture(layers), space.recipes().usual()));
            }
        }
        if (space.size().intValueExact() != genomes.size()) {
            throw new IllegalArgumentException(
                    "space must have no more than its " + genomes.size() + " architectures, but has " + space.size());
        }
        return List.copyOf(genomes);
    }

    private static List<List<HiddenLayer>> layers(ArchitectureSpace space, int depth) {
        if (!space.isActivationShared()) {
            return sequences(space, space.activations(), depth);
        }
        List<List<HiddenLayer>> all = new ArrayList<>();
        for (Activation activation : space.activations().rungs()) {
            all.addAll(sequences(space, Ladder.of(activation), depth));
        }
        return all;
    }

    private static List<List<HiddenLayer>> sequences(
            ArchitectureSpace space, Ladder<Activation> activations, int depth) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (int units : space.widths().of(0).rungs()) {
            for (Activation activation : activations.rungs()) {
                layers.add(new HiddenLayer(units, activation, 0));
            }
        }
        return Lists.cartesianProduct(Collections.nCopies(depth, layers));
    }
}
