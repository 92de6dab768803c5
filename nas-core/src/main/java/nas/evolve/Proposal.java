package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import nas.space.Genome;

/**
 * A genome that was bred for a generation, and how.
 *
 * @param genome the genome
 * @param parents the genomes that it was made from, without repeats: those whose genes it may have, more than two where
 *     crossover met it repeatedly; none in the first generation
 * @param operators what changed it, in the order applied, each at most once: {@code start} (a genome given to begin with)
 *     or {@code random} in the first generation, later {@code crossover}, {@code mutation} and {@code novelty} (changed
 *     because it was known already); none for an unchanged copy
 */
public record Proposal(Genome genome, List<Genome> parents, List<String> operators) {
    /** @throws IllegalArgumentException if a parent or an operator is repeated */
    public Proposal {
        parents = List.copyOf(parents);
        operators = List.copyOf(operators);
        checkArgument(isDistinct(parents), "parents must differ, but were %s", parents);
        checkArgument(isDistinct(operators), "operators must differ, but were %s", operators);
    }

    private static boolean isDistinct(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }
}
