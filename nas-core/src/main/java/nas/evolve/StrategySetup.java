package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.UnaryOperator;
import nas.space.Genome;
import nas.space.SearchSpace;

/**
 * What strategies are made of.
 *
 * @param space the space that is searched
 * @param repair makes a genome of the space one that is within the parameter limit and in canonical form; idempotent
 * @param first what is tried first, repaired
 * @param largest the largest network that fits, repaired
 * @param population genomes of a generation, at least 1
 * @param rates how often each operator is applied
 * @param tolerance how much worse than the best a network may be and still be good enough, in the unit of
 *     {@link Standing#excess()}; at least 0
 * @param seed any value
 */
public record StrategySetup(
        SearchSpace space,
        UnaryOperator<Genome> repair,
        List<Proposal> first,
        Genome largest,
        int population,
        OperatorRates rates,
        double tolerance,
        long seed) {
    /** @throws IllegalArgumentException if a number is out of range */
    public StrategySetup {
        first = ImmutableList.copyOf(first);
        checkArgument(population >= 1, "population must be >= 1, but was %s", population);
        checkArgument(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
    }
}
