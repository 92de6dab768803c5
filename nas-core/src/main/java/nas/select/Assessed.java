package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Comparator;
import nas.space.Genome;
import nas.trial.Measures;

/**
 * A genome with its size and what was measured on validation rows.
 *
 * @param genome the genome
 * @param parameters number of its trainable parameters, at least 1
 * @param measures its measures on validation rows, those of all folds together where there are folds
 */
public record Assessed(Genome genome, long parameters, Measures measures) {
    /** @throws IllegalArgumentException if there is no parameter or the loss is no number */
    public Assessed {
        checkArgument(parameters >= 1, "parameters must be >= 1, but were %s", parameters);
        checkArgument(!Double.isNaN(measures.loss()), "loss must be a number, but was %s", measures.loss());
    }

    /** From the smallest to the largest; of equal size the lower loss first, then the lower key: a total order. */
    public static final Comparator<Assessed> BY_SIZE = Comparator.comparingLong(Assessed::parameters)
            .thenComparingDouble(Assessed::loss)
            .thenComparing(assessed -> assessed.genome().key());

    /** From the lowest loss to the highest; of equal loss the smaller first, then the lower key: a total order. */
    public static final Comparator<Assessed> BY_LOSS = Comparator.comparingDouble(Assessed::loss)
            .thenComparingLong(Assessed::parameters)
            .thenComparing(assessed -> assessed.genome().key());

    /** Returns a measured genome between so many inputs and outputs. */
    public static Assessed of(Genome genome, Measures measures, int inputs, int outputs) {
        return new Assessed(genome, genome.parameters(inputs, outputs), measures);
    }

    /** Returns the validation loss. */
    public double loss() {
        return measures.loss();
    }
}
