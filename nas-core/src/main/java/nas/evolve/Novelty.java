package nas.evolve;

import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import nas.space.Genome;

/**
 * Makes offspring new: one that is known already, or was bred a moment ago, is moved on by one operator after the other until
 * it is another genome. If that takes too many steps, one from elsewhere in the space stands in; only where the space has
 * nothing new left it stays as it is.
 */
final class Novelty implements Alterer<IntegerGene, Double> {
    private static final int MOST_STEPS = 20;

    private final List<Operator> operators;
    private final Genepool pool;
    private final Unseen unseen;

    /** Makes offspring by some operators, whatever their rates, or of genomes not seen. */
    Novelty(List<Operator> operators, Genepool pool, Unseen unseen) {
        this.operators = operators;
        this.pool = pool;
        this.unseen = unseen;
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> offspring, long generation) {
        Set<Genome> bred = new HashSet<>();
        List<Phenotype<IntegerGene, Double>> fresh = new ArrayList<>();
        int alterations = 0;
        for (Phenotype<IntegerGene, Double> member : offspring) {
            Genome genome = pool.genome(member);
            Genome moved = movedOn(genome, bred);
            boolean isMoved = !moved.equals(genome);
            bred.add(moved);
            fresh.add(isMoved ? Phenotype.of(pool.genotype(moved), generation) : member);
            alterations += isMoved ? 1 : 0;
        }
        return new AltererResult<>(ISeq.of(fresh), alterations);
    }

    private Genome movedOn(Genome genome, Set<Genome> bred) {
        RandomGenerator random = RandomRegistry.random();
        Genome moved = genome;
        for (int step = 0; step < MOST_STEPS && isOld(moved, bred); step++) {
            Operator operator = operators.get(random.nextInt(operators.size()));
            moved = MoveAlterer.moved(moved, operator.move(), pool, random).orElse(moved);
        }
        return isOld(moved, bred) ? unseen.draw(bred).orElse(genome) : moved;
    }

    private boolean isOld(Genome genome, Set<Genome> bred) {
        return unseen.isKnown(genome) || bred.contains(genome);
    }
}
