package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The set of genomes among which a search chooses: every depth, and at each layer every combination of units, activation
 * and dropout.
 *
 * @param depths numbers of hidden layers, ascending, each at least 0
 * @param units numbers of units of a layer, ascending, each at least 1
 * @param activations activations of a layer
 * @param dropouts dropout probabilities of a layer's output, ascending, each in [0, 1)
 * @param recipe how every genome is trained
 */
public record SearchSpace(
        Ladder<Integer> depths,
        Ladder<Integer> units,
        Ladder<Activation> activations,
        Ladder<Double> dropouts,
        Recipe recipe) {
    /** @throws IllegalArgumentException if a ladder is not ascending or a value out of range */
    public SearchSpace {
        checkArgument(isAscending(depths.rungs()) && depths.first() >= 0, "layers must ascend from >= 0: %s", depths);
        checkArgument(isAscending(units.rungs()) && units.first() >= 1, "units must ascend from >= 1: %s", units);
        checkArgument(
                isAscending(dropouts.rungs()) && dropouts.first() >= 0 && dropouts.last() < 1,
                "dropout must ascend within [0, 1): %s",
                dropouts);
    }

    /** Returns the number of genomes. */
    public BigInteger size() {
        BigInteger perLayer = BigInteger.valueOf(units.size())
                .multiply(BigInteger.valueOf(activations.size()))
                .multiply(BigInteger.valueOf(dropouts.size()));
        return depths.rungs().stream().map(perLayer::pow).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Tells whether a genome lies in this space. */
    public boolean contains(Genome genome) {
        return genome.recipe().equals(recipe)
                && depths.rungs().contains(genome.architecture().depth())
                && genome.architecture().layers().stream().allMatch(this::contains);
    }

    /**
     * Returns the genome with the fewest parameters between so many inputs and outputs. It need not be the linear one: a
     * narrow hidden layer can be smaller.
     */
    public Genome smallest(int inputs, int outputs) {
        return depths.rungs().stream()
                .map(depth -> uniform(depth, units.first()))
                .min(Comparator.comparingLong(genome -> genome.parameters(inputs, outputs)))
                .orElseThrow();
    }

    /** Returns the genome with the most parameters between so many inputs and outputs. */
    public Genome largest(int inputs, int outputs) {
        return depths.rungs().stream()
                .map(depth -> uniform(depth, units.last()))
                .max(Comparator.comparingLong(genome -> genome.parameters(inputs, outputs)))
                .orElseThrow();
    }

    /** Returns the genome of so many equal layers with the first activation and the lowest dropout of the space. */
    public Genome uniform(int depth, int width) {
        HiddenLayer layer = new HiddenLayer(width, activations.first(), dropouts.first());
        return new Genome(new Architecture(Collections.nCopies(depth, layer)), recipe);
    }

    private boolean contains(HiddenLayer layer) {
        return units.rungs().contains(layer.units())
                && activations.rungs().contains(layer.activation())
                && dropouts.rungs().contains(layer.dropout());
    }

    private static <T extends Comparable<T>> boolean isAscending(List<T> values) {
        return Comparators.isInStrictOrder(values, Comparator.naturalOrder());
    }
}
