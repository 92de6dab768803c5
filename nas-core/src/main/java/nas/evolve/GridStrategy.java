package nas.evolve;

import com.google.common.collect.Streams;
import java.util.Iterator;
import java.util.List;
import nas.space.Genome;

/** Every genome of the space that fits, in the order of {@link SpaceWalk}; nothing is drawn. */
final class GridStrategy implements Strategy {
    private final int size;
    private final Iterator<Genome> walk;

    GridStrategy(StrategySetup setup) {
        this.size = setup.population();
        this.walk = SpaceWalk.of(setup.space(), setup.repair());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Generation next(Standings standings) {
        List<Proposal> next = Streams.stream(walk)
                .limit(size)
                .map(genome -> Proposal.of(genome, "grid"))
                .toList();
        return new Generation(next, List.of());
    }
}
