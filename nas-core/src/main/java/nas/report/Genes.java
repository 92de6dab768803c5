package nas.report;

import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
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
 * The choices in which genomes differ. A layer that a genome does not have is taken to be as most are in that place, so that
 * whether it is there is told by the number of layers alone (Hutter et al. 2014 give parameters that are not active their
 * default). What all genomes, or all layers in a place, have alike is no choice.
 */
public final class Genes {
    private static final String NONE = "none";

    private final List<Gene> genes;
    private final List<Factor> factors;
    private final ImmutableIntArray usual;

    private Genes(List<Gene> genes, List<Factor> factors, ImmutableIntArray usual) {
        this.genes = genes;
        this.factors = factors;
        this.usual = usual;
    }

    /** One choice; empty for genomes without the layer that it is about. */
    private record Gene(String name, boolean isOrdered, Function<Genome, Optional<Level>> level) {}

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
        ImmutableIntArray.Builder usual = ImmutableIntArray.builder();
        Stream.concat(ofArchitectures(depth), ofRecipes()).forEach(gene -> {
            Multiset<Level> levels = LinkedHashMultiset.create();
            genomes.forEach(genome -> gene.level().apply(genome).ifPresent(levels::add));
            List<String> words = levels.elementSet().stream()
                    .sorted(Level.IN_ORDER)
                    .map(Level::word)
                    .distinct()
                    .toList();
            if (words.size() > 1) {
                chosen.add(gene);
                factors.add(new Factor(gene.name(), words, gene.isOrdered()));
                usual.add(words.indexOf(mostFrequent(levels)));
            }
        });
        return new Genes(chosen, factors, usual.build());
    }

    /** Of several the first in their order. */
    private static String mostFrequent(Multiset<Level> levels) {
        return levels.elementSet().stream()
                .max(Comparator.comparingInt((Level level) -> levels.count(level))
                        .thenComparing(Level.IN_ORDER.reversed()))
                .orElseThrow()
                .word();
    }

    /** Returns the choices as factors, in the order of layers and then of the recipe. */
    List<Factor> factors() {
        return factors;
    }

    /** Returns for each factor the index of the value that one of the genomes has, or would have as most do. */
    ImmutableIntArray levels(Genome genome) {
        ImmutableIntArray.Builder levels = ImmutableIntArray.builder(genes.size());
        for (int i = 0; i < genes.size(); i++) {
            levels.add(level(genome, i).orElse(usual.get(i)));
        }
        return levels.build();
    }

    /** Returns the index of the value that one of the genomes has of a factor; empty if it lacks the layer. */
    Optional<Integer> level(Genome genome, int factor) {
        return genes.get(factor)
                .level()
                .apply(genome)
                .map(level -> factors.get(factor).levels().indexOf(level.word()));
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
        return new Gene(name, isOrdered, genome -> layer(genome, number).map(level));
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
                name, true, genome -> Optional.of(Level.of(number.apply(genome).doubleValue())));
    }

    private static Gene worded(String name, Function<Recipe, String> word) {
        return new Gene(name, false, genome -> Optional.of(Level.of(word.apply(genome.recipe()))));
    }
}
