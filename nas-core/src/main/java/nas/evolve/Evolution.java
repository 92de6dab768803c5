package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.space.Genome;
import nas.space.SearchSpace;

/**
 * A genetic algorithm over a search space, one generation at a time: parents by tournament on the objective, uniform
 * crossover (Syswerda 1989, "Uniform crossover in genetic algorithms", ICGA 3) and mutation until an offspring is a
 * genome not seen before, survivors the best of old and new ones.
 *
 * <p>Deterministic: every generation draws from a generator of its own, seeded by hashing the search's seed with the
 * number of the generation, on the calling thread. Not thread-safe.
 */
public final class Evolution {
    private static final int TOURNAMENT = 3;
    private static final int DRAWS_PER_GENOME = 50;
    private static final long IMMORTAL = Long.MAX_VALUE;

    private final GenomeCodec codec;
    private final Fitness fitness;
    private final int population;
    private final long seed;
    private final Engine<IntegerGene, Double> engine;
    private ISeq<Phenotype<IntegerGene, Double>> current = ISeq.empty();

    /** Genomes of the present genotypes, each of which is asked for many times. */
    private IdentityHashMap<Genotype<IntegerGene>, Genome> decoded = new IdentityHashMap<>();

    private final Set<Genome> known = new HashSet<>();
    private int generation;
    private List<Proposal> proposals = List.of();

    /** How genomes are drawn and how many. */
    public record Breeding(SearchSpace space, UnaryOperator<Genome> repair, int population, long seed) {
        /** @throws IllegalArgumentException if {@code population} is below 2 */
        public Breeding {
            checkArgument(population >= 2, "population must be >= 2, but was %s", population);
        }
    }

    /** Prepares an evolution; nothing is bred yet. */
    public Evolution(Breeding breeding, Fitness fitness) {
        this.codec = new GenomeCodec(breeding.space(), breeding.repair());
        this.fitness = fitness;
        this.population = breeding.population();
        this.seed = breeding.seed();
        this.engine = new Engine.Builder<IntegerGene, Double>(this::weigh, codec.factory())
                .minimizing()
                .populationSize(2 * population)
                .offspringFraction(0.5)
                .survivorsSelector(new Survival(this::decode))
                .offspringSelector(new TournamentSelector<>(TOURNAMENT))
                .alterers(new Variation(this::decode, known, bred -> proposals = bred))
                .maximalPhenotypeAge(IMMORTAL)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Makes the first generation: the genomes given, repaired, as far as there is room, and random ones for the rest.
     * Distinct as long as the space holds enough of them.
     *
     * @param first genomes to begin with, all in the space
     * @throws IllegalStateException if it was made already
     */
    public void start(List<Genome> first) {
        if (generation != 0) {
            throw new IllegalStateException("the first generation was made already");
        }
        generation = 1;
        current = withRandom(random -> weigh(initial(first)));
    }

    /**
     * Breeds the next generation from the last one.
     *
     * @throws IllegalStateException if there is no first one
     */
    public void next() {
        if (generation == 0) {
            throw new IllegalStateException("there is no first generation yet");
        }
        generation++;
        proposals = List.of();
        current = withRandom(
                random -> engine.evolve(EvolutionStart.of(current, generation)).population());
        forgetAllBut(current);
    }

    /** Returns the number of the last generation made, 0 before the first. */
    public int generation() {
        return generation;
    }

    /** Returns what was bred for the last generation, in the order bred; survivors are not in it. */
    public List<Proposal> proposals() {
        return proposals;
    }

    private ISeq<Phenotype<IntegerGene, Double>> initial(List<Genome> first) {
        Map<Genome, Genotype<IntegerGene>> drawn = new LinkedHashMap<>();
        first.forEach(genome -> addIfNew(codec.encode(genome), drawn));
        int given = drawn.size();
        Genotype<IntegerGene> factory = codec.factory();
        for (int draws = 0; drawn.size() < population && draws < DRAWS_PER_GENOME * population; draws++) {
            addIfNew(factory.newInstance(), drawn);
        }
        List<Genome> genomes = drawn.keySet().stream().limit(population).toList();
        proposals = IntStream.range(0, genomes.size())
                .mapToObj(i -> new Proposal(genomes.get(i), List.of(), List.of(i < given ? "start" : "random")))
                .toList();
        return genomes.stream()
                .map(genome -> Phenotype.<IntegerGene, Double>of(drawn.get(genome), generation))
                .collect(ISeq.toISeq());
    }

    private void addIfNew(Genotype<IntegerGene> genotype, Map<Genome, Genotype<IntegerGene>> drawn) {
        drawn.putIfAbsent(codec.decode(genotype), genotype);
    }

    private ISeq<Phenotype<IntegerGene, Double>> weigh(Seq<Phenotype<IntegerGene, Double>> members) {
        checkProposals(members);
        Set<Genome> genomes = new LinkedHashSet<>();
        members.forEach(member -> genomes.add(decode(member.genotype())));
        known.addAll(genomes);
        Map<Genome, Double> objectives = fitness.objectives(genomes);
        return members.map(member -> weighed(member, objectives)).asISeq();
    }

    /**
     * Checks that what is to be weighed is what was proposed, one by one; nothing is, when the last generation is weighed
     * again. It holds as Jenetics, on the way from {@link Variation} to here, puts the offspring behind the survivors, which
     * all have a fitness, and replaces none of them: genes never leave their range, so each is valid, and none is too old.
     */
    private void checkProposals(Seq<Phenotype<IntegerGene, Double>> members) {
        List<Genome> bred = members.stream()
                .filter(Phenotype::nonEvaluated)
                .map(member -> decode(member.genotype()))
                .toList();
        if (!bred.equals(proposals.stream().map(Proposal::genome).toList())) {
            throw new IllegalStateException("what is to be weighed is not what was proposed");
        }
    }

    private Phenotype<IntegerGene, Double> weighed(
            Phenotype<IntegerGene, Double> member, Map<Genome, Double> objectives) {
        Double objective = objectives.get(decode(member.genotype()));
        if (objective == null) {
            throw new IllegalStateException("no objective was given for a genome");
        }
        return member.withFitness(objective);
    }

    private Genome decode(Genotype<IntegerGene> genotype) {
        return decoded.computeIfAbsent(genotype, codec::decode);
    }

    private void forgetAllBut(Seq<Phenotype<IntegerGene, Double>> members) {
        IdentityHashMap<Genotype<IntegerGene>, Genome> kept = new IdentityHashMap<>();
        members.forEach(member -> kept.put(member.genotype(), decode(member.genotype())));
        decoded = kept;
    }

    private ISeq<Phenotype<IntegerGene, Double>> withRandom(
            Function<SplittableRandom, ISeq<Phenotype<IntegerGene, Double>>> breed) {
        return RandomRegistry.with(new SplittableRandom(Seeds.derive(seed, "generation", generation)), breed);
    }
}
