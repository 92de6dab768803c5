package nas.train;

import com.google.common.primitives.Floats;
import java.util.ArrayList;
import java.util.List;
import nas.space.Clipping;
import nas.space.DropoutKind;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Initialisation;
import nas.space.Loss;
import nas.space.Recipe;
import nas.space.Regularisation;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A genome in DL4J's words. What is saved is made of stock classes only, so that stock DL4J reads it; what is trained
 * has besides them a schedule of ours, our {@link RandomisedLeakyRelu}, {@link WeightedLoss} and {@link HuberLoss}.
 */
final class Configurations {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double RMS_DECAY = 0.95;

    private final Genome genome;
    private final Recipe recipe;
    private final Networks.Ends ends;
    private final boolean isTrained;

    private Configurations(Genome genome, Networks.Ends ends, boolean isTrained) {
        this.genome = genome;
        this.recipe = genome.recipe();
        this.ends = ends;
        this.isTrained = isTrained;
    }

    /**
     * Describes a network that is to be trained.
     *
     * @param seed what initial weights are drawn from
     * @param rates the rate of each step, or {@code null} for the recipe's own at every step
     * @throws IllegalArgumentException if the recipe's loss does not fit the task
     */
    static MultiLayerConfiguration training(Genome genome, Networks.Ends ends, long seed, @Nullable ISchedule rates) {
        return new Configurations(genome, ends, true).describe(seed, rates);
    }

    /**
     * Describes a network that is to be saved, with a constant learning rate.
     *
     * @throws IllegalArgumentException if the recipe's loss does not fit the task
     */
    static MultiLayerConfiguration saving(Genome genome, Networks.Ends ends) {
        return new Configurations(genome, ends, false).describe(0, null);
    }

    private MultiLayerConfiguration describe(long seed, @Nullable ISchedule rates) {
        NeuralNetConfiguration.ListBuilder layers = common(seed, rates).list();
        int width = ends.inputs();
        HiddenLayer before = null;
        for (HiddenLayer layer : genome.architecture().layers()) {
            DenseLayer.Builder dense = new DenseLayer.Builder()
                    .hasBias(!layer.batchNorm())
                    .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                    .weightInit(weightInit(recipe.initialisation().of(layer.activation()), width));
            between(dense, width, layer.units(), before);
            new HiddenLayerParts(layer, isTrained).addTo(layers, dense);
            width = layer.units();
            before = layer;
        }
        return layers.layer(
                        between(output(width), width, ends.outputs(), before).build())
                .build();
    }

    private NeuralNetConfiguration.Builder common(long seed, @Nullable ISchedule rates) {
        IUpdater updater = updater();
        if (rates != null) {
            updater.setLrAndSchedule(Double.NaN, rates);
        }
        return clip(new NeuralNetConfiguration.Builder().seed(seed).updater(updater));
    }

    /**
     * Set on each layer as a list of its own: DL4J's own setters drop either weight decay or L2, and its merge of a
     * network's list into its layers' counts weight decay twice.
     */
    private List<org.nd4j.linalg.learning.regularization.Regularization> regularisation() {
        Regularisation strengths = recipe.regularisation();
        List<org.nd4j.linalg.learning.regularization.Regularization> regularisation = new ArrayList<>();
        if (strengths.l1() > 0) {
            regularisation.add(new L1Regularization(strengths.l1()));
        }
        if (strengths.l2() > 0) {
            regularisation.add(new L2Regularization(strengths.l2()));
        }
        if (strengths.weightDecay() > 0) {
            regularisation.add(new WeightDecay(strengths.weightDecay(), true));
        }
        return regularisation;
    }

    private NeuralNetConfiguration.Builder clip(NeuralNetConfiguration.Builder builder) {
        Clipping clipping = recipe.clipping();
        return switch (clipping.kind()) {
            case NONE -> builder;
            case VALUE ->
                builder.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                        .gradientNormalizationThreshold(clipping.threshold());
            case NORM ->
                builder.gradientNormalization(GradientNormalization.ClipL2PerLayer)
                        .gradientNormalizationThreshold(clipping.threshold());
        };
    }

    /** DL4J drops a layer's input and takes the probability of keeping; our dropout is that of the layer before. */
    private <B extends FeedForwardLayer.Builder<B>> B between(B layer, int in, int out, @Nullable HiddenLayer before) {
        layer.nIn(in).nOut(out).regularization(regularisation());
        return before != null && before.dropout() > 0 ? layer.dropOut(dropout(before)) : layer;
    }

    private static IDropout dropout(HiddenLayer layer) {
        double keeping = 1 - layer.dropout();
        return layer.dropoutKind() == DropoutKind.ALPHA ? new AlphaDropout(keeping) : new Dropout(keeping);
    }

    private OutputLayer.Builder output(int width) {
        Loss loss = TaskLoss.of(recipe.loss(), ends.task());
        org.nd4j.linalg.activations.Activation activation = switch (loss) {
            case CROSS_ENTROPY -> org.nd4j.linalg.activations.Activation.SOFTMAX;
            case BINARY_CROSS_ENTROPY -> org.nd4j.linalg.activations.Activation.SIGMOID;
            case AUTO, MSE, MAE, HUBER -> org.nd4j.linalg.activations.Activation.IDENTITY;
        };
        return new OutputLayer.Builder(weighted(lossFunction(loss)))
                .activation(activation)
                .weightInit(weightInit(recipe.initialisation().ofOutput(), width));
    }

    /** DL4J knows no Huber loss. A network that was trained with ours is saved with squared errors. */
    private ILossFunction lossFunction(Loss loss) {
        return switch (loss) {
            case AUTO -> throw new IllegalStateException("the loss must be resolved by now");
            case CROSS_ENTROPY -> LossFunction.MCXENT.getILossFunction();
            case BINARY_CROSS_ENTROPY -> LossFunction.XENT.getILossFunction();
            case MSE -> LossFunction.MSE.getILossFunction();
            case MAE -> LossFunction.MEAN_ABSOLUTE_ERROR.getILossFunction();
            case HUBER -> isTrained ? new HuberLoss() : LossFunction.MSE.getILossFunction();
        };
    }

    private ILossFunction weighted(ILossFunction loss) {
        return isTrained && !ends.classWeights().isEmpty()
                ? new WeightedLoss(loss, Floats.toArray(ends.classWeights()))
                : loss;
    }

    private IUpdater updater() {
        double rate = recipe.learningRate();
        return switch (recipe.optimizer()) {
            case SGD -> new Sgd(rate);
            case NESTEROV -> new Nesterovs(rate, recipe.momentum());
            case ADAM -> new Adam(rate, BETA1, BETA2, EPSILON);
            case NADAM -> new Nadam(rate, BETA1, BETA2, EPSILON);
            case RMSPROP -> new RmsProp(rate, RMS_DECAY, EPSILON);
            case ADAMAX -> new AdaMax(rate, BETA1, BETA2, EPSILON);
        };
    }

    /** DL4J's own uniform LeCun has nine times the variance. */
    private static IWeightInit weightInit(Initialisation resolved, int inputs) {
        return switch (resolved) {
            case AUTO, AUTO_UNIFORM -> throw new IllegalStateException("the initialisation must be resolved by now");
            case HE_NORMAL -> WeightInit.RELU.getWeightInitFunction();
            case HE_UNIFORM -> WeightInit.RELU_UNIFORM.getWeightInitFunction();
            case LECUN_NORMAL -> WeightInit.LECUN_NORMAL.getWeightInitFunction();
            case LECUN_UNIFORM -> uniform(Math.sqrt(3.0 / inputs));
            case GLOROT_NORMAL -> WeightInit.XAVIER.getWeightInitFunction();
            case GLOROT_UNIFORM -> WeightInit.XAVIER_UNIFORM.getWeightInitFunction();
        };
    }

    private static IWeightInit uniform(double bound) {
        return new WeightInitDistribution(new UniformDistribution(-bound, bound));
    }
}
