package nas.run;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import nas.Seeds;
import nas.evolve.RandomDraw;
import nas.space.Genome;
import nas.space.ParameterBudget;

/**
 * What a search may meet, before anything is trained: how many genomes there are and how large they are. Sizes between the
 * smallest and the largest, and shares, are those of genomes drawn at random, which a pure function of the settings are.
 */
public final class SpaceSurvey {
    /** How many genomes are drawn. */
    public static final int DRAWN = 10_000;

    /** Of which shares of the drawn genomes {@link #quantiles()} tells the size, in percent. */
    public static final List<Integer> PERCENTS = List.of(5, 25, 50, 75, 95);

    private final SearchSettings settings;
    private final int inputs;
    private final int outputs;
    private final ParameterBudget budget;
    private final List<Genome> drawn;
    private final long[] sizes;
    private final int first;

    /**
     * Draws genomes.
     *
     * @param settings what is to be searched
     * @param inputs number of network inputs
     * @param outputs number of network outputs
     * @throws IllegalArgumentException if no genome of the space is within the parameter limit
     */
    public SpaceSurvey(SearchSettings settings, int inputs, int outputs) {
        this.settings = settings;
        this.inputs = inputs;
        this.outputs = outputs;
        this.budget = Search.budget(settings, inputs, outputs);
        this.drawn = RandomDraw.of(settings.space(), DRAWN, Seeds.derive(settings.seed(), "survey"));
        this.sizes = drawn.stream()
                .mapToLong(genome -> genome.parameters(inputs, outputs))
                .sorted()
                .toArray();
        this.first = Search.strategy(settings, inputs, outputs, budget).size();
    }

    /** Returns the number of distinct genomes of the space. */
    public BigInteger genomes() {
        return settings.space().size();
    }

    /**
     * Returns how many genomes the search proposes at most, repeats included. The first generation may be larger than the
     * others, as it has all that is to be tried first.
     */
    public long proposed() {
        return first + (long) generationSize() * (settings.evolution().generations() - 1);
    }

    /** Returns how many genomes a generation after the first has at most: a population, but one where widths are halved. */
    public int generationSize() {
        return Math.min(first, settings.evolution().population());
    }

    /** Returns how many distinct genomes the search may measure at most. */
    public long measured() {
        return genomes().min(BigInteger.valueOf(proposed())).longValue();
    }

    /** Returns how many trainings follow the search, where there are test rows or none. */
    public static int finalTrainings(boolean hasTestRows) {
        return FinalTraining.trials(hasTestRows);
    }

    /** Returns the genome with the fewest parameters. */
    public Genome smallest() {
        return settings.space().smallest(inputs, outputs);
    }

    /** Returns the genome with the most parameters, whatever the limit. */
    public Genome largest() {
        return settings.space().largest(inputs, outputs);
    }

    /** Returns the number of parameters of a genome. */
    public long parameters(Genome genome) {
        return genome.parameters(inputs, outputs);
    }

    /** Returns the genome that takes the place of one that is over the parameter limit, else the genome itself. */
    public Genome repaired(Genome genome) {
        return budget.repair(genome);
    }

    /** Returns the genomes drawn, before any repair. */
    public List<Genome> drawn() {
        return drawn;
    }

    /**
     * Returns the numbers of parameters that {@link #PERCENTS} of the drawn genomes do not exceed: of each share the least
     * such number that one of them has (nearest rank).
     */
    public List<Long> quantiles() {
        return PERCENTS.stream()
                .map(percent -> sizes[(percent * sizes.length + 99) / 100 - 1])
                .toList();
    }

    /** Returns the share of the drawn genomes that are over the parameter limit, if there is one. */
    public OptionalDouble shareOverLimit() {
        Long limit = settings.objective().maxParams();
        return limit == null ? OptionalDouble.empty() : OptionalDouble.of(share(genome -> parameters(genome) > limit));
    }

    /** Returns the share of the drawn genomes, as repaired, of which something holds. */
    public double shareOfRepaired(Predicate<Genome> condition) {
        return share(genome -> condition.test(repaired(genome)));
    }

    private double share(Predicate<Genome> condition) {
        return drawn.stream().filter(condition).count() / (double) drawn.size();
    }
}
