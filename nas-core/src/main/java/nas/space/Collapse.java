package nas.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes out hidden layers that add nothing to what a network can compute. An identity layer that neither drops nor
 * normalises is a matrix product; where it has at least as many units as the narrower one of its two neighbours, the product
 * of its weights and the next layer's can be any matrix, so the next layer alone computes the same. A narrower one limits the
 * rank of that product and stays. What is taken out never adds a parameter.
 */
final class Collapse {
    private final SearchSpace space;
    private final int inputs;
    private final int outputs;

    /** Makes the collapse of networks of a space between so many inputs and outputs. */
    Collapse(SearchSpace space, int inputs, int outputs) {
        this.space = space;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /**
     * Returns the genome with as few such layers as its space allows: on the way from it to the network without any, one
     * layer at a time, the last that lies in the space. The genome itself where there is none. Idempotent.
     */
    Genome apply(Genome genome) {
        Genome collapsed = genome;
        Optional<Architecture> step = step(genome.architecture());
        while (step.isPresent()) {
            Architecture architecture = step.get();
            if (space.architectures().contains(architecture)) {
                collapsed = genome.withArchitecture(architecture);
            }
            step = step(architecture);
        }
        return collapsed;
    }

    /** Depends on the architecture alone, so that whoever begins on the way ends where the way ends. */
    private Optional<Architecture> step(Architecture architecture) {
        return IntStream.range(0, architecture.depth())
                .filter(layer -> isIdle(architecture, layer))
                .mapToObj(layer -> without(architecture, layer))
                .min(Comparator.comparing(
                                (Architecture other) -> !space.architectures().contains(other))
                        .thenComparingLong(other -> other.parameters(inputs, outputs)));
    }

    private boolean isIdle(Architecture architecture, int place) {
        HiddenLayer layer = architecture.layers().get(place);
        return layer.activation() == Activation.IDENTITY
                && layer.dropout() == 0
                && !layer.batchNorm()
                && layer.units() >= Math.min(before(architecture, place), after(architecture, place));
    }

    private int before(Architecture architecture, int place) {
        return place == 0 ? inputs : architecture.layers().get(place - 1).units();
    }

    private int after(Architecture architecture, int place) {
        return place == architecture.depth() - 1
                ? outputs
                : architecture.layers().get(place + 1).units();
    }

    private static Architecture without(Architecture architecture, int place) {
        List<HiddenLayer> layers = new ArrayList<>(architecture.layers());
        layers.remove(place);
        return new Architecture(layers);
    }
}
