package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
     * the narrowest layers are too many parameters, the nearest depth that fits is taken, a smaller one first.
     * Deterministic and idempotent.
     */
    public Genome repair(Genome genome) {
        Genome repaired = genome;
        while (!admits(repaired) && isNarrowable(repaired)) {
            repaired = narrowed(repaired);
        }
        return admits(repaired) ? repaired : atFittingDepth(repaired);
    }

    private boolean isNarrowable(Genome genome) {
        return genome.architecture().layers().stream()
                .anyMatch(layer -> layer.units() > space.units().first());
    }

    private Genome narrowed(Genome genome) {
        List<HiddenLayer> layers = new ArrayList<>(genome.architecture().layers());
        int widest = IntStream.range(0, layers.size())
                .boxed()
                .max(Comparator.comparingInt((Integer i) -> layers.get(i).units())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        HiddenLayer layer = layers.get(widest);
        layers.set(widest, layer.withUnits(space.units().below(layer.units()).orElseThrow()));
        return new Genome(new Architecture(layers), genome.recipe());
    }

    private Genome atFittingDepth(Genome genome) {
        int depth = genome.architecture().depth();
        return space.depths().rungs().stream()
                .map(other -> resized(genome, other))
                .filter(this::admits)
                .min(Comparator.comparingInt(
                                (Genome other) -> Math.abs(other.architecture().depth() - depth))
                        .thenComparingInt(other -> other.architecture().depth()))
                .orElseThrow();
    }

    private Genome resized(Genome genome, int depth) {
        List<HiddenLayer> layers = genome.architecture().layers();
        List<HiddenLayer> padding =
                space.uniform(depth, space.units().first()).architecture().layers();
        List<HiddenLayer> resized = IntStream.range(0, depth)
                .mapToObj(i -> i < layers.size() ? layers.get(i) : padding.get(i))
                .toList();
        return new Genome(new Architecture(resized), genome.recipe());
    }
}
