package nas.select;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Genome;

/**
 * A genome with what its blocks gave.
 *
 * @param genome the genome
 * @param parameters number of its trainable parameters
 * @param race outcomes of the blocks of the race, from the first on; none where it was no finalist
 * @param descent outcomes of the blocks of the descent, from the first on; none where the descent did not try it
 */
public record BlockTrained(Genome genome, long parameters, List<BlockOutcome> race, List<BlockOutcome> descent) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if both are empty
     */
    public BlockTrained {
        race = ImmutableList.copyOf(race);
        descent = ImmutableList.copyOf(descent);
        checkArgument(!race.isEmpty() || !descent.isEmpty(), "blocks of %s must be >= 1, but were none", genome);
    }

    /** Tells whether it was a finalist: chosen for what it did in the search, and not for what it did in blocks. */
    boolean isFinalist() {
        return !race.isEmpty();
    }

    /**
     * Returns the outcomes of the stage in which it was trained in most blocks, of the descent where they are as many: both
     * divide the same rows, so together they would count them twice.
     */
    List<BlockOutcome> blocks() {
        return race.size() > descent.size() ? race : descent;
    }
}
