package nas.select;

import java.util.Comparator;
import java.util.Optional;
import nas.space.Genome;
import nas.trial.Measures;
import nas.trial.TrialResult;

/**
 * A genome with its size and what was measured on validation rows.
 *
 * @param genome the genome
 * @param parameters number of its trainable parameters, at least 1
 * @param measures its measures on validation rows
 */
public record Assessed(Genome genome, long parameters, Measures measures) {
    /** From the smallest to the largest; of equal size the lower loss first, then the lower key: a total order. */
    public static final Comparator<Assessed> BY_SIZE = Comparator.comparingLong(Assessed::parameters)
            .thenComparingDouble(Assessed::loss)
            .thenComparing(assessed -> assessed.genome().key());

    /** From the lowest loss to the highest; of equal loss the smaller first, then the lower key: a total order. */
    public static final Comparator<Assessed> BY_LOSS = Comparator.comparingDouble(Assessed::loss)
            .thenComparingLong(Assessed::parameters)
            .thenComparing(assessed -> assessed.genome().key());

    /** Returns the genome of a trial between so many inputs and outputs, or empty if the trial failed. */
    public static Optional<Assessed> of(TrialResult result, int inputs, int outputs) {
        Genome genome = result.trial().genome();
        return result.measures().map(measures -> new Assessed(genome, genome.parameters(inputs, outputs), measures));
    }

    /** Returns the validation loss. */
    public double loss() {
        return measures.loss();
    }
}
