package nas.evolve;

import io.jenetics.AbstractAlterer;
import io.jenetics.AltererResult;
import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nas.space.Genome;

/** Makes an operator's move for some of the individuals, each as probably as the operator says. */
final class MoveAlterer extends AbstractAlterer<IntegerGene, Double> {
    private final Operator operator;
    private final Genepool pool;

    MoveAlterer(Operator operator, Genepool pool) {
        super(operator.rate());
        this.operator = operator;
        this.pool = pool;
    }

    @Override
    public AltererResult<IntegerGene, Double> alter(Seq<Phenotype<IntegerGene, Double>> offspring, long generation) {
        RandomGenerator random = RandomRegistry.random();
        List<Phenotype<IntegerGene, Double>> altered = new ArrayList<>();
        int alterations = 0;
        for (Phenotype<IntegerGene, Double> individual : offspring) {
            Optional<Genome> moved = random.nextDouble() < probability()
                    ? moved(pool.genome(individual), operator.move(), pool, random)
                    : Optional.empty();
            alterations += moved.isPresent() ? 1 : 0;
            altered.add(moved.map(genome -> Phenotype.<IntegerGene, Double>of(pool.genotype(genome), generation))
                    .orElse(individual));
        }
        return new AltererResult<>(ISeq.of(altered), alterations);
    }

    /** Returns one of the results of a move that repair does not take back, if there is one. */
    static Optional<Genome> moved(Genome genome, Move move, Genepool pool, RandomGenerator random) {
        List<Supplier<Genome>> candidates = new ArrayList<>(move.candidates(genome));
        while (!candidates.isEmpty()) {
            Supplier<Genome> chosen = candidates.remove(random.nextInt(candidates.size()));
            Genome repaired = pool.repaired(chosen.get());
            if (!repaired.equals(genome)) {
                return Optional.of(repaired);
            }
        }
        return Optional.empty();
    }
}
