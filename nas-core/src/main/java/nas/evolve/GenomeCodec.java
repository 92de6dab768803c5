package nas.evolve;

import com.google.common.math.IntMath;
import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nas.evolve.GeneLayout.Part;
import nas.space.Architecture;
import nas.space.ArchitectureSpace;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.RecipeSpace;
import nas.space.Regularisation;
import nas.space.SearchSpace;

/**
 * The one place that knows genes. {@link GeneLayout} says where they lie; genes that cannot matter, such as those of absent
 * layers or the momentum of an optimizer that has none, are kept and have no meaning. Decoding is total: every genotype is a
 * genome of the space.
 */
final class GenomeCodec {
    private final SearchSpace space;
    private final GeneLayout layout;
    private final UnaryOperator<Genome> repair;

    /** Makes a codec whose genomes all pass the repair. */
    GenomeCodec(SearchSpace space, UnaryOperator<Genome> repair) {
        this.space = space;
        this.layout = GeneLayout.of(space);
        this.repair = repair;
    }

    /** Returns a genotype from which Jenetics draws random ones. */
    Genotype<IntegerGene> factory() {
        return layout.factory();
    }

    /** Returns the repaired genome of a genotype. */
    Genome decode(Genotype<IntegerGene> genotype) {
        return repair.apply(new Decoding(genotype).genome());
    }

    /** Returns a genome of the space as repaired. */
    Genome repaired(Genome genome) {
        return repair.apply(genome);
    }

    /**
     * Returns a genotype that decodes to a genome of the space; genes that cannot matter are 0.
     *
     * @throws IllegalArgumentException if the genome lies outside the space
     */
    Genotype<IntegerGene> encode(Genome genome) {
        if (!space.contains(genome)) {
            throw new IllegalArgumentException("genome lies outside the space: " + genome.canonicalText());
        }
        return genotype(genome);
    }

    /** Returns the genotype of a genome that is known to lie in the space. */
    Genotype<IntegerGene> genotype(Genome genome) {
        Map<Part, int[]> genes = new EnumMap<>(Part.class);
        encodeLayers(genome.architecture(), genes);
        encodeRecipe(genome, genes);
        return layout.genotype(genes);
    }

    private void encodeLayers(Architecture architecture, Map<Part, int[]> genes) {
        ArchitectureSpace choices = space.architectures();
        List<HiddenLayer> layers = architecture.layers();
        genes.put(Part.DEPTH, new int[] {rung(choices.depths(), layers.size())});
        genes.put(
                Part.UNITS,
                genes(layers, layer -> Math.max(0, rung(choices.widths().first(), layer.units()))));
        genes.put(
                Part.REST_UNITS,
                genes(
                        layers.stream().skip(1).toList(),
                        layer -> rung(choices.widths().rest(), layer.units())));
        genes.put(Part.ACTIVATION, genes(layers, layer -> rung(choices.activations(), layer.activation())));
        genes.put(Part.DROPOUT, genes(layers, layer -> rung(choices.dropouts(), layer.dropout())));
        genes.put(Part.DROPOUT_KIND, genes(layers, this::dropoutKind));
        genes.put(Part.BATCH_NORM, genes(layers, layer -> rung(choices.batchNorms(), layer.batchNorm())));
    }

    /** The first choice that means the same for the layer; where nothing is dropped, any does. */
    private int dropoutKind(HiddenLayer layer) {
        List<DropoutKind> kinds = space.architectures().dropoutKinds().rungs().stream()
                .map(choice -> choice.of(layer.activation()))
                .toList();
        return Math.max(0, kinds.indexOf(layer.dropoutKind()));
    }

    private void encodeRecipe(Genome genome, Map<Part, int[]> genes) {
        Recipe recipe = genome.recipe();
        RecipeSpace choices = space.recipes();
        put(Part.OPTIMIZER, rung(choices.optimizers(), recipe.optimizer()), genes);
        put(Part.MOMENTUM, rung(choices.momenta(recipe.optimizer()), recipe.momentum()), genes);
        put(Part.LEARNING_RATE, learningRate(recipe), genes);
        put(Part.SCHEDULE, rung(choices.schedules(), recipe.schedule()), genes);
        put(Part.BATCH_SIZE, rung(choices.batchSizes(), recipe.batchSize()), genes);
        put(Part.LOSS, rung(choices.losses(), recipe.loss()), genes);
        put(
                Part.INITIALISATION,
                choices.initialisation(genome)
                        .map(each -> rung(choices.initialisations(), each))
                        .orElseThrow(),
                genes);
        put(Part.L1, rung(choices.l1s(), recipe.regularisation().l1()), genes);
        put(Part.L2, rung(choices.l2s(), recipe.regularisation().l2()), genes);
        put(
                Part.WEIGHT_DECAY,
                rung(choices.weightDecays(), recipe.regularisation().weightDecay()),
                genes);
        put(Part.CLIPPING, rung(choices.clippings(), recipe.clipping()), genes);
        put(Part.PATIENCE, rung(choices.patiences(), recipe.patience()), genes);
    }

    /** The lowest gene that {@link Decoding#learningRate} takes for a rung; optimizers may have ladders of other lengths. */
    private int learningRate(Recipe recipe) {
        Ladder<Double> rates = space.recipes().learningRates(recipe.optimizer());
        int most = space.recipes().mostLearningRates();
        return IntMath.divide(rung(rates, recipe.learningRate()) * most, rates.size(), RoundingMode.CEILING);
    }

    private static <T> int rung(Ladder<T> ladder, T value) {
        return ladder.rungs().indexOf(value);
    }

    private static int[] genes(List<HiddenLayer> layers, ToIntFunction<HiddenLayer> gene) {
        return layers.stream().mapToInt(gene).toArray();
    }

    private static void put(Part part, int gene, Map<Part, int[]> genes) {
        genes.put(part, new int[] {gene});
    }

    /** Makes a genome of one genotype. */
    private final class Decoding {
        private final Genotype<IntegerGene> genotype;

        Decoding(Genotype<IntegerGene> genotype) {
            this.genotype = genotype;
        }

        Genome genome() {
            int depth = choice(Part.DEPTH, 0, space.architectures().depths());
            List<Integer> units = space.architectures()
                    .widths()
                    .fitted(IntStream.range(0, depth).mapToObj(this::units).toList());
            List<HiddenLayer> layers = IntStream.range(0, depth)
                    .mapToObj(layer -> layer(layer, units.get(layer)))
                    .toList();
            return new Genome(new Architecture(layers), recipe());
        }

        private int units(int layer) {
            Ladder<Integer> ladder = space.architectures().widths().of(layer);
            boolean isApart = layer > 0 && layout.has(Part.REST_UNITS);
            return choice(isApart ? Part.REST_UNITS : Part.UNITS, isApart ? layer - 1 : layer, ladder);
        }

        private HiddenLayer layer(int layer, int units) {
            ArchitectureSpace choices = space.architectures();
            var activation = choice(Part.ACTIVATION, layer, choices.activations());
            return new HiddenLayer(
                    units,
                    activation,
                    choice(Part.DROPOUT, layer, choices.dropouts()),
                    choice(Part.DROPOUT_KIND, layer, choices.dropoutKinds()).of(activation),
                    choice(Part.BATCH_NORM, 0, choices.batchNorms()));
        }

        private Recipe recipe() {
            RecipeSpace choices = space.recipes();
            Optimizer optimizer = choice(Part.OPTIMIZER, 0, choices.optimizers());
            return new Recipe(
                    optimizer,
                    choice(Part.MOMENTUM, 0, choices.momenta(optimizer)),
                    learningRate(choices.learningRates(optimizer)),
                    choice(Part.SCHEDULE, 0, choices.schedules()),
                    choice(Part.BATCH_SIZE, 0, choices.batchSizes()),
                    choice(Part.LOSS, 0, choices.losses()),
                    choice(Part.INITIALISATION, 0, choices.initialisations()),
                    new Regularisation(
                            choice(Part.L1, 0, choices.l1s()),
                            choice(Part.L2, 0, choices.l2s()),
                            choice(Part.WEIGHT_DECAY, 0, choices.weightDecays())),
                    choice(Part.CLIPPING, 0, choices.clippings()),
                    choice(Part.PATIENCE, 0, choices.patiences()));
        }

        private double learningRate(Ladder<Double> rates) {
            int most = space.recipes().mostLearningRates();
            return rates.rungs().get(layout.allele(genotype, Part.LEARNING_RATE, 0) * rates.size() / most);
        }

        private <T> T choice(Part part, int gene, Ladder<T> ladder) {
            return ladder.rungs().get(Math.floorMod(layout.allele(genotype, part, gene), ladder.size()));
        }
    }
}
