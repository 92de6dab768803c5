package nas.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nas.space.Genome;

/**
 * Makes offspring new: one that is known already, or was bred a moment ago, is changed gene by gene until it is another
 * genome. After a number of steps it is left as it is, as in a small space there may be nothing new.
 */
final class Novelty implements Alterer<IntegerGene, Double> {
    private static final int MOST_STEPS = 20;

    private final Function<Genotype<IntegerGene>, Genome> decode;
    private final Set<Genome> known;

    /** Makes offspring differ from the genomes of a set, which may grow. */
    Novelty(Function<Genotype<IntegerGene>, Genome> decode, Set<Genome> known) {
        this.decode = decode;
        this.known = known;
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> offspring, long generation) {
        Set<Genome> bred = new HashSet<>();
        List<Phenotype<IntegerGene, Double>> fresh = new ArrayList<>();
        int alterations = 0;
        for (Phenotype<IntegerGene, Double> member : offspring) {
            Genotype<IntegerGene> genotype = member.genotype();
            int steps = 0;
            while (steps < MOST_STEPS && isOld(genotype, bred)) {
                genotype = withOneGeneChanged(genotype);
                steps++;
            }
            bred.add(decode.apply(genotype));
            fresh.add(steps == 0 ? member : Phenotype.of(genotype, generation));
            alterations += steps;
        }
        return new AltererResult<>(ISeq.of(fresh), alterations);
    }

    private boolean isOld(Genotype<IntegerGene> genotype, Set<Genome> bred) {
        Genome genome = decode.apply(genotype);
        return known.contains(genome) || bred.contains(genome);
    }

    private static Genotype<IntegerGene> withOneGeneChanged(Genotype<IntegerGene> genotype) {
        RandomGenerator random = RandomRegistry.random();
        MSeq<Chromosome<IntegerGene>> chromosomes = MSeq.of(genotype);
        int chosen = random.nextInt(chromosomes.size());
        MSeq<IntegerGene> genes = MSeq.of(chromosomes.get(chosen));
        genes.set(random.nextInt(genes.size()), genes.get(0).newInstance());
        chromosomes.set(chosen, chromosomes.get(chosen).newInstance(genes.toISeq()));
        return Genotype.of(chromosomes.toISeq());
    }
}
