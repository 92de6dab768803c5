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
}
