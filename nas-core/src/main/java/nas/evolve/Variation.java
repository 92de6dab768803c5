package nas.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import nas.space.Genome;

/**
 * Makes offspring of those who were selected: crossover, mutation, and a change of what is known already. Tells what it
 * made; keeps nothing from one generation to the next.
 */
final class Variation implements Alterer<IntegerGene, Double> {
    private static final double CROSSOVER = 0.5;
    private static final double SWAP = 0.3;
    private static final double MUTATION = 0.15;

    private final Function<Genotype<IntegerGene>, Genome> decode;
    private final Set<Genome> known;
    private final Consumer<List<Proposal>> listener;

    /** Makes offspring differ from the genomes of a set, which may grow, and hands over those that are to be weighed. */
    Variation(Function<Genotype<IntegerGene>, Genome> decode, Set<Genome> known, Consumer<List<Proposal>> listener) {
        this.decode = decode;
        this.known = known;
        this.listener = listener;
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> selected, long generation) {
        Lineage lineage = new Lineage(selected, decode);
        AltererResult<IntegerGene, Double> offspring = Alterer.of(
                        lineage.traced("crossover", new TracedCrossover(CROSSOVER, SWAP, lineage::join)),
                        lineage.traced("mutation", new Mutator<>(MUTATION)),
                        lineage.traced("novelty", new Novelty(decode, known)))
                .alter(selected, generation);
        listener.accept(lineage.proposals(offspring.population()));
        return offspring;
    }
}
