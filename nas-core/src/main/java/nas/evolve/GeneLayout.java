package nas.evolve;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.util.ISeq;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import nas.space.ArchitectureSpace;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.SearchSpace;
import nas.space.Shape;

/**
 * Which chromosome of a genotype says what. There is one for each part that is a choice, in the order of the parts; depth is
 * always there, and units, activation and dropout are wherever there are hidden layers. A gene is an index into a ladder.
 */
final class GeneLayout {
    private final ImmutableMap<Part, Extent> extents;
    private final ImmutableMap<Part, Integer> places;

    /** What a chromosome is about. */
    enum Part {
        DEPTH,
        UNITS,
        REST_UNITS,
        ACTIVATION,
        DROPOUT,
        DROPOUT_KIND,
        BATCH_NORM,
        OPTIMIZER,
        MOMENTUM,
        LEARNING_RATE,
        SCHEDULE,
        BATCH_SIZE,
        LOSS,
        INITIALISATION,
        L1,
        L2,
        WEIGHT_DECAY,
        CLIPPING,
        PATIENCE
    }

    /**
     * How large a chromosome is.
     *
     * @param alleles number of values of each gene
     * @param genes number of genes
     */
    private record Extent(int alleles, int genes) {
        IntegerChromosome random() {
            return IntegerChromosome.of(0, alleles, genes);
        }

        /** Genes that nobody gives are 0. */
        IntegerChromosome of(int[] given) {
            IntegerGene[] all = new IntegerGene[genes];
            Arrays.setAll(all, i -> IntegerGene.of(i < given.length ? given[i] : 0, 0, alleles));
            return IntegerChromosome.of(all);
        }
    }

    private GeneLayout(EnumMap<Part, Extent> extents) {
        this.extents = Maps.immutableEnumMap(extents);
        ImmutableMap.Builder<Part, Integer> numbered = ImmutableMap.builder();
        int place = 0;
        for (Part part : this.extents.keySet()) {
            numbered.put(part, place++);
        }
        this.places = numbered.buildOrThrow();
    }

    /** Returns the layout for a space. */
    static GeneLayout of(SearchSpace space) {
        EnumMap<Part, Extent> extents = new EnumMap<>(Part.class);
        extents.put(Part.DEPTH, new Extent(space.architectures().depths().size(), 1));
        int layers = space.architectures().depths().last();
        if (layers > 0) {
            addLayers(space.architectures(), layers, extents);
        }
        addRecipes(space.recipes(), extents);
        return new GeneLayout(extents);
    }

    private static void addLayers(ArchitectureSpace space, int layers, EnumMap<Part, Extent> extents) {
        boolean isOneLadder = space.widths().first().equals(space.widths().rest());
        boolean isOneGene = space.widths().shape() == Shape.RECTANGLE || !isOneLadder;
        extents.put(Part.UNITS, new Extent(space.widths().first().size(), isOneGene ? 1 : layers));
        if (!isOneLadder && layers > 1) {
            extents.put(Part.REST_UNITS, new Extent(space.widths().rest().size(), layers - 1));
        }
        extents.put(Part.ACTIVATION, new Extent(space.activations().size(), space.isActivationShared() ? 1 : layers));
        extents.put(Part.DROPOUT, new Extent(space.dropouts().size(), layers));
        boolean isDropping = space.dropouts().last() > 0;
        addChoice(
                Part.DROPOUT_KIND, new Extent(isDropping ? space.dropoutKinds().size() : 1, layers), extents);
        addChoice(Part.BATCH_NORM, new Extent(space.batchNorms().size(), 1), extents);
    }

    private static void addRecipes(RecipeSpace space, EnumMap<Part, Extent> extents) {
        addChoice(Part.OPTIMIZER, space.optimizers().size(), extents);
        boolean hasMomentum = space.optimizers().rungs().contains(Optimizer.NESTEROV);
        addChoice(Part.MOMENTUM, hasMomentum ? space.momenta().size() : 1, extents);
        addChoice(Part.LEARNING_RATE, space.mostLearningRates(), extents);
        addChoice(Part.SCHEDULE, space.schedules().size(), extents);
        addChoice(Part.BATCH_SIZE, space.batchSizes().size(), extents);
        addChoice(Part.LOSS, space.losses().size(), extents);
        addChoice(Part.INITIALISATION, space.initialisations().size(), extents);
        addChoice(Part.L1, space.l1s().size(), extents);
        addChoice(Part.L2, space.l2s().size(), extents);
        addChoice(Part.WEIGHT_DECAY, space.weightDecays().size(), extents);
        addChoice(Part.CLIPPING, space.clippings().size(), extents);
        addChoice(Part.PATIENCE, space.patiences().size(), extents);
    }

    private static void addChoice(Part part, int alleles, EnumMap<Part, Extent> extents) {
        addChoice(part, new Extent(alleles, 1), extents);
    }

    private static void addChoice(Part part, Extent extent, EnumMap<Part, Extent> extents) {
        if (extent.alleles() > 1) {
            extents.put(part, extent);
        }
    }

    /** Returns a genotype from which Jenetics draws random ones. */
    Genotype<IntegerGene> factory() {
        return Genotype.of(extents.values().stream().map(Extent::random).collect(ISeq.toISeq()));
    }

    /** Tells whether there is a chromosome about a part. */
    boolean has(Part part) {
        return places.containsKey(part);
    }

    /** Returns a gene's value: that of a chromosome's last gene where there are fewer, and 0 where there is no chromosome. */
    int allele(Genotype<IntegerGene> genotype, Part part, int gene) {
        Integer place = places.get(part);
        if (place == null) {
            return 0;
        }
        IntegerChromosome chromosome = genotype.get(place).as(IntegerChromosome.class);
        return chromosome.get(Math.min(gene, chromosome.length() - 1)).allele();
    }

    /** Returns the genotype of some genes; of those that are not given, or for which there is no place, nothing is told. */
    Genotype<IntegerGene> genotype(Map<Part, int[]> genes) {
        return Genotype.of(extents.entrySet().stream()
                .map(entry -> entry.getValue().of(genes.getOrDefault(entry.getKey(), new int[0])))
                .collect(ISeq.toISeq()));
    }
}
