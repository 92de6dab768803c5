package nas.select;

import java.util.List;
import java.util.Map;
import nas.space.Genome;

/** Trains genomes block by block. A pure function: asked again, it answers the same. */
public interface BlockTrials {
    /**
     * Trains genomes in one block.
     *
     * @param genomes which ones, none twice
     * @param block which block, from 1
     * @return the outcome of each; genomes that failed are absent
     */
    Map<Genome, BlockOutcome> measure(List<Genome> genomes, int block);

    /**
     * Is told what is about to be asked for, so that all of it can be trained side by side.
     *
     * @param trainings which genomes in which blocks, none twice
     */
    default void prepare(List<Training> trainings) {}

    /**
     * One genome in one block.
     *
     * @param genome the genome
     * @param block the block, from 1
     */
    record Training(Genome genome, int block) {}
}
