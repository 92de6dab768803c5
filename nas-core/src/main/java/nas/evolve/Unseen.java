package nas.evolve;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nas.space.Genome;

/**
 * Genomes that were not proposed yet, drawn at random; where that finds none, the first in the order of {@link SpaceWalk}, so
 * that every genome of the space comes up in the end. Draws from Jenetics' generator of the calling thread.
 */
final class Unseen {
    private static final int MOST_DRAWS = 50;

    private final GenomeCodec codec;
    private final Genotype<IntegerGene> factory;
    private final Iterator<Genome> walk;
    private final Set<Genome> known = new HashSet<>();

    Unseen(StrategySetup setup) {
        this.codec = new GenomeCodec(setup.space(), setup.repair());
        this.factory = codec.factory();
        this.walk = SpaceWalk.of(setup.space(), setup.repair());
    }

    /** Notes that a genome is proposed; tells whether it was not before. */
    boolean add(Genome genome) {
        return known.add(genome);
    }

    /** Tells whether a genome was proposed. */
    boolean isKnown(Genome genome) {
        return known.contains(genome);
    }

    /** Tells whether every genome of the space is known to have been proposed. */
    boolean isExhausted() {
        return !walk.hasNext();
    }

    /** Returns a genome that was not proposed and is none of some others that are about to be, if there is one. */
    Optional<Genome> draw(Set<Genome> others) {
        for (int draws = 0; draws < MOST_DRAWS && !isExhausted(); draws++) {
            Genome drawn = codec.decode(factory.newInstance());
            if (isNew(drawn, others)) {
                return Optional.of(drawn);
            }
        }
        while (walk.hasNext()) {
            Genome next = walk.next();
            if (isNew(next, others)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** Adds random proposals to others, each new, until there are so many or the space has no more. */
    void fill(Map<Genome, Proposal> proposals, int size) {
        while (proposals.size() < size) {
            Optional<Genome> drawn = draw(proposals.keySet());
            if (drawn.isEmpty()) {
                return;
            }
            proposals.put(drawn.get(), Proposal.of(drawn.get(), "random"));
        }
    }

    private boolean isNew(Genome genome, Set<Genome> others) {
        return !known.contains(genome) && !others.contains(genome);
    }
}
