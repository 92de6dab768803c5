package nas.select;

import nas.space.Genome;
import nas.trial.Measures;

/**
 * A genome that was trained in blocks.
 *
 * @param genome the genome
 * @param parameters number of its trainable parameters
 * @param measures means over its blocks
 * @param blocks in how many blocks it was trained
 * @param difference d, by how much its loss exceeds the reference's, over the blocks that both have
 * @param standardError that of d
 * @param verdict what is known of it
 */
public record Finalist(
        Genome genome,
        long parameters,
        Measures measures,
        int blocks,
        double difference,
        double standardError,
        Verdict verdict) {
    /** What racing says of a finalist. */
    public enum Verdict {
        /** It is surely good enough. */
        IN,
        /** It is surely not good enough. */
        OUT,
        /** It is not known for sure. */
        UNDECIDED
    }

    /** Returns it as a measured genome. */
    public Assessed assessed() {
        return new Assessed(genome, parameters, measures);
    }
}
