package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import nas.space.Genome;

/**
 * A genome that was bred for a generation, and how.
 *
 * @param genome the genome
 * @param parents the genomes that it was made from, without repeats, at most two; none where it was not made from others
 * @param operators what made it, in the order applied, each at most once. Where there are no parents, why it is tried: words of
 *     {@link StartGenomes}, {@code spread} (evenly over the space), {@code random}, {@code grid}, {@code largest}. Else
 *     {@code crossover}, {@code insert} and {@code remove} (a layer), {@code widen}, {@code narrow}, {@code activation},
 *     {@code dropout}, {@code recipe}, {@code novelty} (changed because it was known already), {@code halve} (all widths) and
 *     {@code drop} (a layer)
 */
public record Proposal(Genome genome, List<Genome> parents, List<String> operators) {
    /** @throws IllegalArgumentException if a parent or an operator is repeated */
    public Proposal {
        parents = List.copyOf(parents);
        operators = List.copyOf(operators);
        checkArgument(isDistinct(parents), "parents must differ, but were %s", parents);
        checkArgument(isDistinct(operators), "operators must differ, but were %s", operators);
    }

    /** Returns the proposal of a genome that was not made from others. */
    static Proposal of(Genome genome, String word) {
        return of(genome, List.of(word));
    }

    /** Returns the proposal of a genome that was not made from others, with all reasons for it. */
    static Proposal of(Genome genome, List<String> words) {
        return new Proposal(genome, List.of(), words);
    }

    private static boolean isDistinct(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }
}
