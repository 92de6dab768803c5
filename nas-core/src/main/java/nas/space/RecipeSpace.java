package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The recipes among which a search chooses: every combination. Momentum is a choice for {@link Optimizer#NESTEROV} only.
 *
 * @param optimizers how gradients move the parameters
 * @param momenta momentum of {@link Optimizer#NESTEROV}, ascending, each in (0, 1)
 * @param learningRates step sizes of each of the optimizers, ascending, each above 0
 * @param schedules how the learning rate changes
 * @param batchSizes rows per step, ascending, each at least 1
 * @param losses what is made small
 * @param initialisations what initial weights are drawn from
 * @param l1s strengths of L1 regularisation, ascending, each at least 0
 * @param l2s strengths of L2 regularisation, ascending, each at least 0
 * @param weightDecays strengths of weight decay, ascending, each at least 0
 * @param clippings how large a gradient may be
 * @param patiences epochs without progress that end a training, ascending, each at least 0
 */
public record RecipeSpace(
        Ladder<Optimizer> optimizers,
        Ladder<Double> momenta,
        Map<Optimizer, Ladder<Double>> learningRates,
        Ladder<Schedule> schedules,
        Ladder<Integer> batchSizes,
        Ladder<Loss> losses,
        Ladder<Initialisation> initialisations,
        Ladder<Double> l1s,
        Ladder<Double> l2s,
        Ladder<Double> weightDecays,
        Ladder<Clipping> clippings,
        Ladder<Integer> patiences) {
    private static final Ladder<Double> NO_MOMENTUM = Ladder.of(0.0);

    /**
     * @throws IllegalArgumentException if numbers do not ascend or lie out of range, or an optimizer has no learning rates or
     *     is not used
     */
    public RecipeSpace {
        learningRates = Maps.immutableEnumMap(learningRates);
        checkArgument(
                learningRates.keySet().equals(Set.copyOf(optimizers.rungs())),
                "each of %s must have learning rates, and no other, but %s have",
                optimizers.rungs(),
                learningRates.keySet());
        check(momenta, Range.open(0.0, 1.0));
        learningRates.values().forEach(rates -> check(rates, Range.greaterThan(0.0)));
        Stream.of(l1s, l2s, weightDecays).forEach(strengths -> check(strengths, Range.atLeast(0.0)));
        check(batchSizes, Range.atLeast(1));
        check(patiences, Range.atLeast(0));
    }

    /** The space of one recipe. */
    public static RecipeSpace of(Recipe recipe) {
        return new RecipeSpace(
                Ladder.of(recipe.optimizer()),
                Ladder.of(recipe.optimizer() == Optimizer.NESTEROV ? recipe.momentum() : Recipe.DEFAULT_MOMENTUM),
                ImmutableMap.of(recipe.optimizer(), Ladder.of(recipe.learningRate())),
                Ladder.of(recipe.schedule()),
                Ladder.of(recipe.batchSize()),
                Ladder.of(recipe.loss()),
                Ladder.of(recipe.initialisation()),
                Ladder.of(recipe.regularisation().l1()),
                Ladder.of(recipe.regularisation().l2()),
                Ladder.of(recipe.regularisation().weightDecay()),
                Ladder.of(recipe.clipping()),
                Ladder.of(recipe.patience()));
    }

    /** Returns the learning rates of an optimizer, one of this space. */
    public Ladder<Double> learningRates(Optimizer optimizer) {
        Ladder<Double> rates = learningRates.get(optimizer);
        checkArgument(rates != null, "optimizer must be one of %s, but was %s", optimizers.rungs(), optimizer);
        return rates;
    }

    /** Returns the number of learning rates of the optimizer that has most. */
    public int mostLearningRates() {
        return learningRates.values().stream().mapToInt(Ladder::size).max().orElseThrow();
    }

    /**
     * Returns the first choice that is in effect a genome's initialisation, if there is one: in its canonical form a genome
     * may name another.
     */
    public Optional<Initialisation> initialisation(Genome genome) {
        return initialisations.rungs().stream()
                .filter(each ->
                        each.canonical(genome.architecture()) == genome.recipe().initialisation())
                .findFirst();
    }

    /**
     * Returns a genome's recipe as it was chosen here: its canonical form may name an initialisation from which other layers
     * would not be drawn in this space.
     */
    public Recipe chosen(Genome genome) {
        return initialisations.size() == 1
                ? genome.recipe().withInitialisation(initialisations.first())
                : initialisation(genome)
                        .map(genome.recipe()::withInitialisation)
                        .orElse(genome.recipe());
    }

    /** Returns the momenta of an optimizer. */
    public Ladder<Double> momenta(Optimizer optimizer) {
        return optimizer == Optimizer.NESTEROV ? momenta : NO_MOMENTUM;
    }

    /** Returns the recipe to begin with: the middle of the learning rates, else the first of everything. */
    public Recipe usual() {
        return usual(optimizers.first());
    }

    /** Returns the recipe to begin with for one of the optimizers. */
    public Recipe usual(Optimizer optimizer) {
        return new Recipe(
                optimizer,
                momenta(optimizer).first(),
                learningRates(optimizer).middle(),
                schedules.first(),
                batchSizes.first(),
                losses.first(),
                initialisations.first(),
                new Regularisation(l1s.first(), l2s.first(), weightDecays.first()),
                clippings.first(),
                patiences.first());
    }

    /** Returns the number of recipes, of those alike for all but their initial weights one. */
    BigInteger sizeWithoutInitialisation() {
        long optimizing = optimizers.rungs().stream()
                .mapToLong(optimizer -> (long) momenta(optimizer).size()
                        * learningRates(optimizer).size())
                .sum();
        return Stream.of(schedules, batchSizes, losses, l1s, l2s, weightDecays, clippings, patiences)
                .map(ladder -> BigInteger.valueOf(ladder.size()))
                .reduce(BigInteger.valueOf(optimizing), BigInteger::multiply);
    }

    /** Tells whether the recipe of a genome, in its canonical form, is one of these. */
    boolean contains(Genome genome) {
        Recipe recipe = genome.recipe();
        return containsStep(recipe)
                && schedules.rungs().contains(recipe.schedule())
                && losses.rungs().contains(recipe.loss())
                && initialisation(genome).isPresent()
                && l1s.rungs().contains(recipe.regularisation().l1())
                && l2s.rungs().contains(recipe.regularisation().l2())
                && weightDecays.rungs().contains(recipe.regularisation().weightDecay())
                && clippings.rungs().contains(recipe.clipping())
                && patiences.rungs().contains(recipe.patience());
    }

    private boolean containsStep(Recipe recipe) {
        return optimizers.rungs().contains(recipe.optimizer())
                && momenta(recipe.optimizer()).rungs().contains(recipe.momentum())
                && learningRates(recipe.optimizer()).rungs().contains(recipe.learningRate())
                && batchSizes.rungs().contains(recipe.batchSize());
    }

    private static <T extends Comparable<T>> void check(Ladder<T> ladder, Range<T> range) {
        checkArgument(
                Ladder.isAscending(ladder) && range.contains(ladder.first()) && range.contains(ladder.last()),
                "values must ascend within %s, but were %s",
                range,
                ladder.rungs());
    }
}
