package nas.evolve;

import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nas.Seeds;
import nas.space.Genome;

/**
 * A genetic algorithm. The first generation holds what was given to begin with and genomes spread evenly over the space.
 * From then on those that stand first by {@link Ranking} survive, out of the survivors before and the last generation, and
 * breed as many offspring: parents by tournament on the objective among those that were measured best ({@link #parents}),
 * then {@link Variation}, until each offspring is a genome not seen before.
 *
 * <p>Deterministic: every generation draws from a generator of its own, seeded by hashing the seed with the number of the
 * generation, on the calling thread. Not thread-safe.
 */
final class Evolution implements Strategy {
    private static final int TOURNAMENT = 3;

    private final StrategySetup setup;
    private final GenomeCodec codec;
    private final Genepool pool;
    private final Unseen unseen;
    private final Variation variation;
    private final Survivals survivals = new Survivals();
    private final TournamentSelector<IntegerGene, Double> tournament = new TournamentSelector<>(TOURNAMENT);
    private List<Genome> survivors = List.of();
    private List<Genome> proposed = List.of();
    private int generation;

    Evolution(StrategySetup setup) {
        this.setup = setup;
        this.codec = new GenomeCodec(setup.space(), setup.repair());
        this.pool = new Genepool(codec);
        this.unseen = new Unseen(setup);
        this.variation = new Variation(setup.space(), setup.rates(), unseen);
    }

    /** As large as the population, but for a first generation that was given more genomes. */
    @Override
    public int size() {
        return Math.max(setup.population(), setup.first().size());
    }

    @Override
    public Generation next(Standings standings) {
        if (generation > 0 && unseen.isExhausted()) {
            return Generation.NONE;
        }
        generation++;
        RandomGenerator random = new SplittableRandom(Seeds.derive(setup.seed(), "generation", generation));
        Generation next = RandomRegistry.with(random, same -> generation == 1 ? first(same) : bred(standings));
        proposed = next.proposals().stream().map(Proposal::genome).toList();
        proposed.forEach(unseen::add);
        return next;
    }

    private Generation first(RandomGenerator random) {
        Map<Genome, Proposal> distinct = new LinkedHashMap<>();
        setup.first().forEach(proposal -> distinct.putIfAbsent(proposal.genome(), proposal));
        int room = Math.max(0, setup.population() - distinct.size());
        LatinHypercube.of(codec.factory(), room, random).stream()
                .map(codec::decode)
                .forEach(genome -> distinct.putIfAbsent(genome, Proposal.of(genome, "spread")));
        unseen.fill(distinct, setup.population());
        return new Generation(List.copyOf(distinct.values()), List.of());
    }

    private Generation bred(Standings standings) {
        Set<Genome> members = new LinkedHashSet<>(survivors);
        members.addAll(proposed);
        Map<Genome, Standing> stand = new LinkedHashMap<>();
        members.forEach(genome -> stand.put(genome, standings.of(genome)));
        survivors = surviving(stand);
        pool.keep(members);
        List<Proposal> offspring = fresh(offspring(parents(survivors, stand), stand));
        List<Genome> elders = survivals.elders(survivors);
        return offspring.isEmpty() ? Generation.NONE : new Generation(offspring, elders);
    }

    /** Where the space has nothing new left, offspring are genomes known already, or the same one twice. */
    private List<Proposal> fresh(List<Proposal> offspring) {
        Map<Genome, Proposal> distinct = new LinkedHashMap<>();
        offspring.stream()
                .filter(proposal -> !unseen.isKnown(proposal.genome()))
                .forEach(proposal -> distinct.putIfAbsent(proposal.genome(), proposal));
        return List.copyOf(distinct.values());
    }

    /** Who failed survives only if nobody else is there. */
    private List<Genome> surviving(Map<Genome, Standing> stand) {
        List<Genome> ranked = Ranking.of(stand);
        List<Genome> sound = ranked.stream()
                .filter(genome -> !standing(genome, stand).isFailed())
                .toList();
        return (sound.isEmpty() ? ranked : sound)
                .stream().limit(setup.population()).toList();
    }

    /** Those at the highest rung at which, or above which, at least a third of the members stand. */
    static List<Genome> parents(List<Genome> members, Map<Genome, Standing> stand) {
        List<Integer> rungs = members.stream()
                .map(genome -> standing(genome, stand).rung())
                .sorted(Comparator.reverseOrder())
                .toList();
        int least = rungs.get((members.size() - 1) / 3);
        return members.stream()
                .filter(genome -> standing(genome, stand).rung() >= least)
                .toList();
    }

    private List<Proposal> offspring(List<Genome> parents, Map<Genome, Standing> stand) {
        Seq<Phenotype<IntegerGene, Double>> weighed = parents.stream()
                .map(genome -> Phenotype.of(
                        pool.genotype(genome),
                        generation,
                        standing(genome, stand).objective()))
                .collect(ISeq.toISeq());
        Seq<Phenotype<IntegerGene, Double>> selected = tournament.select(weighed, setup.population(), Optimize.MINIMUM);
        return variation.offspring(selected, pool, generation);
    }

    private static Standing standing(Genome genome, Map<Genome, Standing> stand) {
        return Objects.requireNonNull(stand.get(genome));
    }
}
