package nas.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * The set of genomes among which a search chooses: every architecture with every recipe.
 *
 * @param architectures what networks may look like
 * @param recipes how they may be trained
 */
public record SearchSpace(ArchitectureSpace architectures, RecipeSpace recipes) {
    /** A space whose layers choose units, activation and dropout for themselves and whose genomes share one recipe. */
    public SearchSpace(
            Ladder<Integer> depths,
            Ladder<Integer> units,
            Ladder<Activation> activations,
            Ladder<Double> dropouts,
            Recipe recipe) {
        this(new ArchitectureSpace(depths, units, activations, dropouts), RecipeSpace.of(recipe));
    }

    /** Returns the number of distinct genomes: choices that cannot matter are not counted. */
    public BigInteger size() {
        Set<Initialisation> initialisations =
                Set.copyOf(recipes.initialisations().rungs());
        BigInteger pairs = architectures.size().multiply(BigInteger.valueOf(initialisations.size()));
        if (initialisations.containsAll(List.of(Initialisation.AUTO, Initialisation.GLOROT_NORMAL))) {
            pairs = pairs.subtract(alike(Initialisation.AUTO));
        }
        if (initialisations.containsAll(List.of(Initialisation.AUTO_UNIFORM, Initialisation.GLOROT_UNIFORM))) {
            pairs = pairs.subtract(alike(Initialisation.AUTO_UNIFORM));
        }
        return pairs.multiply(recipes.sizeWithoutInitialisation());
    }

    /** Returns the number of architectures of which every layer is drawn as the output layer is. */
    private BigInteger alike(Initialisation automatic) {
        return architectures.size(activation -> automatic.of(activation) == automatic.ofOutput());
    }

    /** Tells whether a genome lies in this space. */
    public boolean contains(Genome genome) {
        return architectures.contains(genome.architecture()) && recipes.contains(genome);
    }

    /** Returns the genome with the fewest parameters between so many inputs and outputs, with the usual recipe. */
    public Genome smallest(int inputs, int outputs) {
        return new Genome(architectures.smallest(inputs, outputs), recipes.usual());
    }

    /** Returns the genome with the most parameters between so many inputs and outputs, with the usual recipe. */
    public Genome largest(int inputs, int outputs) {
        return new Genome(architectures.largest(inputs, outputs), recipes.usual());
    }
}
