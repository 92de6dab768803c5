package nas.evolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nas.space.Genome;
import nas.space.ParameterBudget;
import nas.space.SearchSpace;

/** Asks strategies and answers them by formula. */
final class Strategic {
    static final int INPUTS = 6;
    static final int OUTPUTS = 3;

    private Strategic() {}

    /** Returns a setup that begins with the usual genomes of a space without a parameter limit. */
    static StrategySetup setup(SearchSpace space, int population, long seed) {
        return setup(space, Long.MAX_VALUE, population, seed);
    }

    static StrategySetup setup(SearchSpace space, long maxParameters, int population, long seed) {
        ParameterBudget budget = new ParameterBudget(space, INPUTS, OUTPUTS, maxParameters);
        StartGenomes start = new StartGenomes(space, budget::repair, INPUTS, OUTPUTS);
        return new StrategySetup(
                space,
                budget::repair,
                start.proposals(List.of(), false),
                start.largest(),
                population,
                OperatorRates.DEFAULT,
                0.5,
                seed);
    }

    /** Returns the standing of a genome that was measured once at the first rung, or failed where its excess is infinite. */
    static Standing standing(Genome genome, double excess) {
        if (Double.isInfinite(excess)) {
            return Standing.failed(genome.parameters(INPUTS, OUTPUTS));
        }
        return Standing.of(genome.parameters(INPUTS, OUTPUTS), 1, excess);
    }

    /** Asks so often, or until nothing is left, and answers by the excess of what was proposed. */
    static List<Generation> run(Strategy strategy, int generations, Function<Genome, Double> excess) {
        Set<Genome> tried = new HashSet<>();
        List<Generation> all = new ArrayList<>();
        for (int i = 0; i < generations; i++) {
            Generation next = strategy.next(genome -> {
                if (!tried.contains(genome)) {
                    throw new IllegalArgumentException("was never tried: " + genome);
                }
                return standing(genome, excess.apply(genome));
            });
            tried.addAll(genomes(next));
            all.add(next);
        }
        return all;
    }

    static List<Genome> genomes(Generation generation) {
        return generation.proposals().stream().map(Proposal::genome).toList();
    }

    static Set<Genome> genomes(List<Generation> generations) {
        Set<Genome> all = new LinkedHashSet<>();
        generations.forEach(generation -> all.addAll(genomes(generation)));
        return all;
    }

    /** Falls with the parameters, and differs between genomes of as many. */
    static double excess(Genome genome) {
        return 20 / Math.sqrt((double) genome.parameters(INPUTS, OUTPUTS))
                + Math.floorMod(genome.key().hashCode(), 100) / 1e4;
    }
}
