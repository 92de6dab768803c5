package nas.evolve;

import io.jenetics.util.RandomRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nas.Seeds;
import nas.space.Genome;

/**
 * What was given to begin with, then genomes drawn at random, none twice, until the space has no more. Deterministic as
 * {@link Evolution} is.
 */
final class RandomStrategy implements Strategy {
    private final StrategySetup setup;
    private final Unseen unseen;
    private int generation;

    RandomStrategy(StrategySetup setup) {
        this.setup = setup;
        this.unseen = new Unseen(setup);
    }

    /** As large as the population, but for a first generation that was given more genomes. */
    @Override
    public int size() {
        return Math.max(setup.population(), setup.first().size());
    }

    @Override
    public Generation next(Standings standings) {
        generation++;
        Map<Genome, Proposal> distinct = new LinkedHashMap<>();
        if (generation == 1) {
            setup.first().forEach(proposal -> distinct.putIfAbsent(proposal.genome(), proposal));
        }
        SplittableRandom random = new SplittableRandom(Seeds.derive(setup.seed(), "random", generation));
        RandomRegistry.using(random, same -> unseen.fill(distinct, setup.population()));
        distinct.keySet().forEach(unseen::add);
        return new Generation(List.copyOf(distinct.values()), List.of());
    }
}
