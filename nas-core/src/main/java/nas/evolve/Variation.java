package nas.evolve;

import io.jenetics.Alterer;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import nas.space.SearchSpace;

/**
 * Makes offspring of those who were selected: crossover, the moves of each operator, and a change of what is known already.
 * Keeps nothing from one generation to the next but what was proposed.
 */
final class Variation {
    private final double crossover;
    private final LayerMix mix;
    private final List<Operator> operators;
    private final Unseen unseen;

    Variation(SearchSpace space, OperatorRates rates, Unseen unseen) {
        this.crossover = rates.crossover();
        this.mix = new LayerMix(space);
        this.operators = Operator.of(space, rates);
        this.unseen = unseen;
    }

    /** Returns one proposal for each of the selected, in their order; known genomes only where nothing new is left. */
    List<Proposal> offspring(Seq<Phenotype<IntegerGene, Double>> selected, Genepool pool, long generation) {
        Lineage lineage = new Lineage(selected, pool::genome);
        List<Alterer<IntegerGene, Double>> alterers = new ArrayList<>();
        alterers.add(lineage.traced("crossover", new LayerCrossover(crossover, mix, pool, lineage::join)));
        operators.forEach(operator -> alterers.add(lineage.traced(operator.word(), new MoveAlterer(operator, pool))));
        alterers.add(lineage.traced("novelty", new Novelty(operators, pool, unseen)));
        Seq<Phenotype<IntegerGene, Double>> offspring = selected;
        for (Alterer<IntegerGene, Double> alterer : alterers) {
            offspring = alterer.alter(offspring, generation).population();
        }
        return lineage.proposals(offspring);
    }
}
