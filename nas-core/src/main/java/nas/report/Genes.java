package nas.report;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nas.report.importance.Factor;
import nas.space.Clipping;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Recipe;

/**
 * The choices in which genomes differ. Of layers that a genome does not have, units and dropout are {@code none}, which is less
 * than any, and the activation is {@code none}, too. What all genomes, or all layers in a place, have alike is no choice.
 */
final class Genes {
    private static final String NONE = "none";

    private final List<Gene> genes;
    private final List<Factor> factors;

    private Genes(List<Gene> genes, List<Factor> factors) {
        this.genes = genes;
        this.factors = factors;
    }

    /** One choice; of a layer that may be absent, which is another choice. */
    private record Gene(String name, boolean isOrdered, boolean isOfLayer, Function<Genome, Level> level) {
        boolean isChoice(List<String> words) {
            return words.stream()
                            .filter(word -> !isOfLayer || !word.equals(NONE))
                            .count()
                    > 1;
        }
    }

    /** A value of a gene; of genes without an order all stand at the same place. */
    private record Level(String word, double place) {
        static final Comparator<Level> IN_ORDER =
                Comparator.comparingDouble(Level::place).thenComparing(Level::word);

        static Level of(double number) {
            return new Level(Numbers.chosen(number), number);
        }

        static Level of(String word) {
            return new Level(word, 0);
        }
    }

    /** Returns the choices in which these genomes differ. */
    static Genes of(Collection<Genome> genomes) {
        int depth = genomes.stream()
                .mapToInt(genome -> genome.architecture().depth())
                .max()
                .orElse(0);
        List<Gene> chosen = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        Stream.concat(ofArchitectures(depth), ofRecipes()).forEach(gene -> {
            List<String> words = genomes.stream()
                    .map(gene.level())
                    .distinct()
                    .sorted(Level.IN_ORDER)
                    .map(Level::word)
                    .distinct()
                    .toList();
            if (gene.isChoice(words)) {
                chosen.add(gene);
                factors.add(new Factor(gene.name(), words, gene.isOrdered()));
            }
        });
        return new Genes(chosen, factors);
    }

    /** Returns the choices as factors, in the order of layers and then of the recipe. */
    List<Factor> factors() {
        return factors;
    }

    /** Returns for each factor the index of the value that one of the genomes has. */
    ImmutableIntArray levels(Genome genome) {
        ImmutableIntArray.Builder levels = ImmutableIntArray.builder(genes.size());
        for (int i = 0; i < genes.size(); i++) {
            levels.add(factors.get(i)
                    .levels()
                    .indexOf(genes.get(i).level().apply(genome).word()));
        }
        return levels.build();
    }

    private static Stream<Gene> ofArchitectures(int depth) {
        List<Gene> genes = new ArrayList<>();
        genes.add(ordered("layers", genome -> genome.architecture().depth()));
        for (int number = 1; number <= depth; number++) {
            String of = depth == 1 ? "" : " of layer " + number;
            genes.add(ofLayer("units" + of, true, number, layer -> Level.of(layer.units())));
            genes.add(ofLayer(
                    "activation" + of,
                    false,
                    number,
                    layer -> Level.of(layer.activation().word())));
            genes.add(ofLayer("dropout" + of, true, number, layer -> Level.of(layer.dropout())));
            genes.add(ofLayer(
                    "dropout kind" + of,
                    false,
                    number,
                    layer -> Level.of(layer.dropoutKind().word())));
            genes.add(ofLayer("batch norm" + of, false, number, layer -> Level.of(layer.batchNorm() ? "yes" : "no")));
        }
        return genes.stream();
    }

    private static Gene ofLayer(String name, boolean isOrdered, int number, Function<HiddenLayer, Level> level) {
        return new Gene(
                name,
                isOrdered,
                true,
                genome -> layer(genome, number)
                        .map(level)
                        .orElse(new Level(NONE, isOrdered ? Double.NEGATIVE_INFINITY : 0)));
    }

    private static Optional<HiddenLayer> layer(Genome genome, int number) {
        List<HiddenLayer> layers = genome.architecture().layers();
        return number <= layers.size() ? Optional.of(layers.get(number - 1)) : Optional.empty();
    }

    private static Stream<Gene> ofRecipes() {
        return Stream.of(
                worded("optimizer", recipe -> recipe.optimizer().word()),
                ordered("momentum", genome -> genome.recipe().momentum()),
                ordered("learning rate", genome -> genome.recipe().learningRate()),
                worded("schedule", recipe -> recipe.schedule().word()),
                ordered("batch size", genome -> genome.recipe().batchSize()),
                worded("loss", recipe -> recipe.loss().word()),
                worded("initialisation", recipe -> recipe.initialisation().word()),
                ordered("l1", genome -> genome.recipe().regularisation().l1()),
                ordered("l2", genome -> genome.recipe().regularisation().l2()),
                ordered(
                        "weight decay",
                        genome -> genome.recipe().regularisation().weightDecay()),
                worded("clipping", recipe -> clipping(recipe.clipping())),
                ordered("patience", genome -> genome.recipe().patience()));
    }

    private static String clipping(Clipping clipping) {
        return clipping.kind() == Clipping.Kind.NONE
                ? NONE
                : clipping.kind().word() + " " + Numbers.chosen(clipping.threshold());
    }

    private static Gene ordered(String name, Function<Genome, ? extends Number> number) {
        return new Gene(
                name, true, false, genome -> Level.of(number.apply(genome).doubleValue()));
    }

    private static Gene worded(String name, Function<Recipe, String> word) {
        return new Gene(name, false, false, genome -> Level.of(word.apply(genome.recipe())));
    }
}
