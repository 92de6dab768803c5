package nas.spec;

import static java.util.Objects.requireNonNullElse;

import com.google.common.collect.Maps;
import java.util.Map;
import nas.space.Clipping;
import nas.space.Initialisation;
import nas.space.Ladder;
import nas.space.Loss;
import nas.space.Optimizer;
import nas.space.RecipeSpace;
import nas.space.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What a search space says about how genomes are trained. What is {@code null} is chosen to suit the data.
 *
 * @param optimizers how gradients move the parameters
 * @param momenta momentum of {@link Optimizer#NESTEROV}
 * @param rates step sizes
 * @param schedules how the learning rate changes
 * @param batchSizes rows per step
 * @param losses what is made small
 * @param initialisations what initial weights are drawn from
 * @param l1s strengths of L1 regularisation
 * @param l2s strengths of L2 regularisation
 * @param weightDecays strengths of weight decay
 * @param clippings how large a gradient may be
 * @param patiences epochs without progress that end a training, 0 for none
 */
public record RecipeChoice(
        @Nullable Ladder<Optimizer> optimizers,
        @Nullable Ladder<Double> momenta,
        @Nullable RateChoice rates,
        @Nullable Ladder<Schedule> schedules,
        @Nullable Ladder<Integer> batchSizes,
        @Nullable Ladder<Loss> losses,
        @Nullable Ladder<Initialisation> initialisations,
        @Nullable Ladder<Double> l1s,
        @Nullable Ladder<Double> l2s,
        @Nullable Ladder<Double> weightDecays,
        @Nullable Ladder<Clipping> clippings,
        @Nullable Ladder<Integer> patiences) {
    /** Everything is left open. */
    public static final RecipeChoice OPEN =
            new RecipeChoice(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Tells whether learning rates are to be measured on the data. */
    boolean isRateMeasured() {
        return rates != null && rates.match(same -> false, byOptimizer -> false, () -> true);
    }

    /**
     * Returns the space with what is left open taken from another one.
     *
     * @param measured what was measured of learning rates, which counts where they are to be
     * @param rule which losses there may be
     * @throws nas.InvalidInputException if one is a loss of the other task
     */
    RecipeSpace orElse(RecipeSpace other, Map<Optimizer, Ladder<Double>> measured, LossRule rule) {
        Ladder<Optimizer> moving = requireNonNullElse(optimizers, other.optimizers());
        return new RecipeSpace(
                moving,
                requireNonNullElse(momenta, other.momenta()),
                rates(moving, other.learningRates(other.optimizers().first()), measured),
                requireNonNullElse(schedules, other.schedules()),
                requireNonNullElse(batchSizes, other.batchSizes()),
                rule.canonical(requireNonNullElse(losses, other.losses())),
                requireNonNullElse(initialisations, other.initialisations()),
                requireNonNullElse(l1s, other.l1s()),
                requireNonNullElse(l2s, other.l2s()),
                requireNonNullElse(weightDecays, other.weightDecays()),
                requireNonNullElse(clippings, other.clippings()),
                requireNonNullElse(patiences, other.patiences()));
    }

    private Map<Optimizer, Ladder<Double>> rates(
            Ladder<Optimizer> moving, Ladder<Double> usual, Map<Optimizer, Ladder<Double>> measured) {
        RateChoice choice = requireNonNullElse(rates, new RateChoice.Same(usual));
        return Maps.toMap(
                moving.rungs(),
                optimizer -> choice.match(
                        same -> same,
                        byOptimizer -> byOptimizer.getOrDefault(optimizer, usual),
                        () -> measured.getOrDefault(optimizer, usual)));
    }
}
