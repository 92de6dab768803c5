package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A cap on the number of parameters, and the repair that keeps every genome under it. As the count is known before
 * training, a cap costs no trial.
 */
public final class ParameterBudget {
    private final SearchSpace space;
    private final int inputs;
    private final int outputs;
    private final long maxParameters;
    private final Collapse collapse;

    /**
     * Makes a budget for networks between so many inputs and outputs.
     *
     * @throws IllegalArgumentException if not even the smallest genome of the space fits
     */
    public ParameterBudget(SearchSpace space, int inputs, int outputs, long maxParameters) {
        long smallest = space.smallest(inputs, outputs).parameters(inputs, outputs);
        checkArgument(
                smallest <= maxParameters,
                "must be >= %s, the parameters of the smallest network of the space, but was %s",
                smallest,
                maxParameters);
        this.space = space;
        this.inputs = inputs;
        this.outputs = outputs;
        this.maxParameters = maxParameters;
        this.collapse = new Collapse(space, inputs, outputs);
    }

    /** Returns the number of trainable parameters of a genome between this budget's inputs and outputs. */
    public long parameters(Genome genome) {
        return genome.parameters(inputs, outputs);
    }

    /** Tells whether a genome is small enough. */
    public boolean admits(Genome genome) {
        return parameters(genome) <= maxParameters;
    }

    /**
     * Returns the genome itself if it fits, else one that does: its widest layers are narrowed rung by rung; where even
     * the narrowest layers are too many parameters, the nearest depth that fits is taken, a smaller one first; where none
     * does, batch normalisation and trained slopes are given up. The shape is kept. Then identity layers that add nothing to
     * what the network can compute are taken out, as far as the space allows: those without dropout and batch normalisation
     * that have at least as many units as their inputs or their outputs. So networks that differ by them alone are one genome.
     * Deterministic and idempotent.
     */
    public Genome repair(Genome genome) {
        return collapse.apply(shrunk(genome));
    }

    private Genome shrunk(Genome genome) {
        Genome repaired = genome;
        while (!admits(repaired)) {
            Optional<Genome> narrowed = narrowed(repaired);
            if (narrowed.isEmpty()) {
                return atFittingDepth(repaired);
            }
            repaired = narrowed.get();
        }
        return repaired;
    }

    private Optional<Genome> narrowed(Genome genome) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return widestFirst(layers)
                .mapToObj(layer -> withNarrowed(layer, genome))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of equally wide layers the first comes first, but in a funnel the last, which may be narrower than the others. */
    private IntStream widestFirst(List<HiddenLayer> layers) {
        Comparator<Integer> byUnits =
                Comparator.comparingInt((Integer layer) -> -layers.get(layer).units());
        Comparator<Integer> byPlace =
                widths().shape() == Shape.FUNNEL ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return IntStream.range(0, layers.size())
                .boxed()
                .sorted(byUnits.thenComparing(byPlace))
                .mapToInt(layer -> layer);
    }

    /** Returns the genome with one layer narrower by a rung, and the others so that they fit it, if there is one. */
    private Optional<Genome> withNarrowed(int layer, Genome genome) {
        List<Integer> before = genome.architecture().units();
        return widths().of(layer).below(before.get(layer)).flatMap(units -> {
            List<Integer> after = new ArrayList<>(before);
            after.set(layer, units);
            List<Integer> fitted = widths().fitted(after);
            return fitted.equals(before)
                    ? Optional.empty()
                    : Optional.of(genome.withArchitecture(genome.architecture().withUnits(fitted)));
        });
    }

    /** Choices that take parameters are given up only where no depth fits with them. */
    private Genome atFittingDepth(Genome genome) {
        return atFittingDepth(genome, UnaryOperator.identity())
                .or(() -> atFittingDepth(genome, this::lightened))
                .orElseThrow();
    }

    private Optional<Genome> atFittingDepth(Genome genome, UnaryOperator<HiddenLayer> change) {
        int depth = genome.architecture().depth();
        Recipe recipe = space.recipes().chosen(genome);
        return space.architectures().depths().rungs().stream()
                .map(other -> new Genome(narrowest(genome.architecture(), other, change), recipe))
                .filter(this::admits)
                .min(Comparator.comparingInt(
                                (Genome other) -> Math.abs(other.architecture().depth() - depth))
                        .thenComparingInt(other -> other.architecture().depth()));
    }

    /** Layers that are not there yet are as the first one, or as those of the space. */
    private Architecture narrowest(Architecture architecture, int depth, UnaryOperator<HiddenLayer> change) {
        List<HiddenLayer> layers = architecture.layers();
        List<Integer> units = widths().narrowest(depth);
        List<HiddenLayer> padding = space.architectures().of(units).layers();
        return new Architecture(IntStream.range(0, depth)
                        .mapToObj(i -> i < layers.size() ? layers.get(i) : padded(padding.get(i), layers))
                        .map(change)
                        .toList())
                .withUnits(units);
    }

    /** What all layers of a network share is that of those which are there. */
    private HiddenLayer padded(HiddenLayer padding, List<HiddenLayer> layers) {
        if (layers.isEmpty()) {
            return padding;
        }
        HiddenLayer first = layers.get(0);
        return space.architectures().isActivationShared() ? first : padding.withBatchNorm(first.batchNorm());
    }

    private HiddenLayer lightened(HiddenLayer layer) {
        HiddenLayer lightest = space.architectures().lightest();
        if (layer.activation() != Activation.PRELU) {
            return layer.withBatchNorm(lightest.batchNorm());
        }
        DropoutKind kind = space.architectures().dropoutKinds().first().of(lightest.activation());
        return new HiddenLayer(layer.units(), lightest.activation(), layer.dropout(), kind, lightest.batchNorm());
    }

    private WidthSpace widths() {
        return space.architectures().widths();
    }
}
