package nas.space;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a genome is trained.
 *
 * @param optimizer how gradients move the parameters
 * @param momentum share of the last step that goes on, in (0, 1) for {@link Optimizer#NESTEROV}, 0 for all others
 * @param learningRate step size, above 0 and finite
 * @param schedule how the learning rate changes over the training
 * @param batchSize rows per step, at least 1; the last batch of an epoch holds what is left
 * @param loss what is made small
 * @param initialisation what initial weights are drawn from
 * @param regularisation what pulls weights towards 0
 * @param clipping how large a gradient may be
 * @param patience the training ends after so many epochs without a lower validation loss, and its best epoch counts
 *     (Prechelt 1998, doi 10.1007/3-540-49430-8_3); 0 for all epochs and the last
 */
public record Recipe(
        Optimizer optimizer,
        double momentum,
        double learningRate,
        Schedule schedule,
        int batchSize,
        Loss loss,
        Initialisation initialisation,
        Regularisation regularisation,
        Clipping clipping,
        int patience) {
    /** Momentum of {@link Optimizer#NESTEROV} where nothing is said. */
    public static final double DEFAULT_MOMENTUM = 0.9;

    /** What is used where a search space says nothing. */
    public static final Recipe DEFAULT = new Recipe(Optimizer.ADAM, 1e-3, 128);

    /** @throws IllegalArgumentException if a number is out of range */
    public Recipe {
        momentum = momentum + 0.0; // -0.0 and 0.0 are the same choice
        checkArgument(
                learningRate > 0 && Double.isFinite(learningRate),
                "learning rate must be > 0, but was %s",
                learningRate);
        checkArgument(batchSize >= 1, "batch size must be >= 1, but was %s", batchSize);
        checkArgument(patience >= 0, "patience must be >= 0, but was %s", patience);
        checkArgument(
                optimizer == Optimizer.NESTEROV ? momentum > 0 && momentum < 1 : momentum == 0,
                "momentum must be > 0 and < 1 for nesterov and 0 for others, but was %s",
                momentum);
    }

    /** A recipe with a constant learning rate and nothing else but what is usual. */
    public Recipe(Optimizer optimizer, double learningRate, int batchSize) {
        this(
                optimizer,
                defaultMomentum(optimizer),
                learningRate,
                Schedule.CONSTANT,
                batchSize,
                Loss.AUTO,
                Initialisation.AUTO,
                Regularisation.NONE,
                Clipping.NONE,
                0);
    }

    /** Returns the momentum of an optimizer where nothing is said. */
    public static double defaultMomentum(Optimizer optimizer) {
        return optimizer == Optimizer.NESTEROV ? DEFAULT_MOMENTUM : 0;
    }

    /** Returns this recipe with another optimizer, its momentum and its learning rate. */
    public Recipe withOptimizer(Optimizer newOptimizer, double newMomentum, double newLearningRate) {
        return new Recipe(
                newOptimizer,
                newMomentum,
                newLearningRate,
                schedule,
                batchSize,
                loss,
                initialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another batch size. */
    public Recipe withBatchSize(int newBatchSize) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                newBatchSize,
                loss,
                initialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another learning rate. */
    public Recipe withLearningRate(double newLearningRate) {
        return new Recipe(
                optimizer,
                momentum,
                newLearningRate,
                schedule,
                batchSize,
                loss,
                initialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another schedule. */
    public Recipe withSchedule(Schedule newSchedule) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                newSchedule,
                batchSize,
                loss,
                initialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another loss. */
    public Recipe withLoss(Loss newLoss) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                batchSize,
                newLoss,
                initialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another initialisation; itself if it has this one. */
    public Recipe withInitialisation(Initialisation newInitialisation) {
        if (newInitialisation == initialisation) {
            return this;
        }
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                batchSize,
                loss,
                newInitialisation,
                regularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another regularisation. */
    public Recipe withRegularisation(Regularisation newRegularisation) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                batchSize,
                loss,
                initialisation,
                newRegularisation,
                clipping,
                patience);
    }

    /** Returns this recipe with another clipping. */
    public Recipe withClipping(Clipping newClipping) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                batchSize,
                loss,
                initialisation,
                regularisation,
                newClipping,
                patience);
    }

    /** Returns this recipe with another patience. */
    public Recipe withPatience(int newPatience) {
        return new Recipe(
                optimizer,
                momentum,
                learningRate,
                schedule,
                batchSize,
                loss,
                initialisation,
                regularisation,
                clipping,
                newPatience);
    }

    /** Returns the form of this recipe that stands for all that train an architecture in the same way. */
    Recipe canonical(Architecture architecture) {
        return withInitialisation(initialisation.canonical(architecture));
    }

    /** Parts that were not always there are named only where they are not the default, so that keys never change. */
    String canonicalText() {
        StringBuilder text = new StringBuilder(optimizer.word());
        text.append(' ').append(learningRate).append(' ').append(batchSize);
        name(momentum != defaultMomentum(optimizer), "momentum", momentum, text);
        name(schedule != Schedule.CONSTANT, "schedule", schedule.word(), text);
        name(loss != Loss.AUTO, "loss", loss.word(), text);
        name(initialisation != Initialisation.AUTO, "initialisation", initialisation.word(), text);
        name(regularisation.l1() > 0, "l1", regularisation.l1(), text);
        name(regularisation.l2() > 0, "l2", regularisation.l2(), text);
        name(regularisation.weightDecay() > 0, "weight_decay", regularisation.weightDecay(), text);
        name(clipping.kind() != Clipping.Kind.NONE, "clip_" + clipping.kind().word(), clipping.threshold(), text);
        name(patience > 0, "patience", patience, text);
        return text.toString();
    }

    private static void name(boolean isNamed, String part, Object value, StringBuilder text) {
        if (isNamed) {
            text.append(' ').append(part).append('=').append(value);
        }
    }
}
