package nas.evolve;

import com.google.common.collect.ImmutableList;
import java.util.List;
import nas.space.Genome;

/**
 * What a strategy wants to be tried next.
 *
 * @param proposals genomes to try, in the order bred; one may have been tried before
 * @param elders genomes tried before that deserve to be measured once more at their rung with another seed, as long as
 *     they have fewer than three
 */
public record Generation(List<Proposal> proposals, List<Genome> elders) {
    /** Nothing is left to try. */
    public static final Generation NONE = new Generation(List.of(), List.of());

    /** Copies the lists. */
    public Generation {
        proposals = ImmutableList.copyOf(proposals);
        elders = ImmutableList.copyOf(elders);
    }
}
