package nas.train;

import nas.space.Clipping;
import nas.space.Recipe;
import nas.space.Regularisation;

/**
 * Steps of a training in float64, as DL4J 1.0.0-M2.1 takes them with the native updaters of libnd4j.
 *
 * <p>One step, with {@code r} the learning rate of this step, {@code t} its number from 1:
 * <ol>
 *   <li>{@code g} is the gradient of the mean loss.
 *   <li>Clipping by value limits each component; by norm, it multiplies the gradient of a layer, weights and biases
 *       together, by {@code threshold / norm} where the norm is above the threshold.
 *   <li>{@code g += l1·sign(w) + l2·w} for weights, not for biases.
 *   <li>The optimizer turns {@code g} into an update {@code u}. Its states begin at 0 unless said otherwise:
 *       <ul>
 *         <li>SGD: {@code u = r·g}
 *         <li>Nesterov: {@code p = μ·v; v = p - r·g; u = p - (1 + μ)·v}. The rate lies inside {@code v}.
 *         <li>Adam: {@code m = β1·m + (1 - β1)·g; v = β2·v + (1 - β2)·g²;
 *             u = m·r·√(1 - β2^t)/(1 - β1^t) / (√v + ε)}. So ε is not divided by the correction of {@code v}.
 *         <li>Nadam: {@code m} and {@code v} as Adam's; {@code u = r·(β1·m + (1 - β1)·g)/(1 - β1^t) / (√v + ε)}. Here
 *             {@code v} is not corrected, so the first updates are up to 32 times the rate.
 *         <li>RMSProp: {@code c = d·c + (1 - d)·g²; u = r·g / (√c + ε)}, where {@code c} begins at ε.
 *         <li>AdaMax: {@code m} as Adam's; {@code v = max(β2·v, |g|) + 1e-32; u = m·r/(1 - β1^t) / v}
 *       </ul>
 *   <li>{@code u += r·decay·w} for weights, not for biases.
 *   <li>The parameters are made less by {@code u}.
 * </ol>
 *
 * <p>The formulas are those of libnd4j, each confirmed by {@link ReferenceAgainstDl4jTest}. The native code rounds β1, β2,
 * d and ε to float32 before it uses them, and so does this: {@code 1 - 0.999f} is 1.000047e-3, which changes Nadam's
 * updates, whose {@code v} is not corrected, by 2.3e-5 of their size.
 */
final class ReferenceOptimizer {
    private static final double BETA1 = 0.9f;
    private static final double BETA2 = 0.999f;
    private static final double EPSILON = 1e-8f;
    private static final double RMS_DECAY = 0.95f;
    private static final double ADAMAX_FLOOR = 1e-32;

    private final TrainingPlan plan;
    private final Recipe recipe;
    private final ReferenceNetwork network;
    private final double[] first;
    private final double[] second;
    private int steps;

    /** Begins a training. The network's parameters change with each step. */
    ReferenceOptimizer(TrainingPlan plan, ReferenceNetwork network) {
        this.plan = plan;
        this.recipe = plan.genome().recipe();
        this.network = network;
        this.first = new double[network.parameters().length];
        this.second = new double[network.parameters().length];
    }

    /**
     * Takes one step.
     *
     * @param features {@code [rows, inputs]}, row-major
     * @param labels {@code [rows, outputs]}, row-major
     * @return mean loss of the rows before the step, regularisation not included
     */
    double step(float[] features, float[] labels) {
        return step(features, labels, ReferenceData.ones(labels.length / network.outputs()));
    }

    /**
     * Takes one step of rows that count differently.
     *
     * @param weights how much each row counts
     * @return the sum of each row's weight times its loss before the step, divided by the number of rows
     */
    double step(float[] features, float[] labels, float[] weights) {
        double loss = network.loss(features, labels, weights);
        double[] gradient = network.gradient(features, labels, weights);
        clip(gradient);
        double rate = plan.learningRate(steps);
        steps++;
        double[] update = new double[gradient.length];
        for (int i = 0; i < update.length; i++) {
            update[i] = optimize(i, gradient[i] + penaltySlope(i), rate) + decay(i, rate);
        }
        for (int i = 0; i < update.length; i++) {
            network.parameters()[i] -= update[i];
        }
        return loss;
    }

    private void clip(double[] gradient) {
        Clipping clipping = recipe.clipping();
        switch (clipping.kind()) {
            case NONE -> {}
            case VALUE -> clipValues(gradient, clipping.threshold());
            case NORM -> clipNorms(gradient, clipping.threshold());
        }
    }

    private static void clipValues(double[] gradient, double threshold) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = Math.min(Math.max(gradient[i], -threshold), threshold);
        }
    }

    private void clipNorms(double[] gradient, double threshold) {
        int[] offsets = network.layerOffsets();
        for (int layer = 0; layer + 1 < offsets.length; layer++) {
            double squares = 0;
            for (int i = offsets[layer]; i < offsets[layer + 1]; i++) {
                squares += gradient[i] * gradient[i];
            }
            double norm = Math.sqrt(squares);
            for (int i = offsets[layer]; norm > threshold && i < offsets[layer + 1]; i++) {
                gradient[i] *= threshold / norm;
            }
        }
    }

    private double penaltySlope(int i) {
        Regularisation regularisation = recipe.regularisation();
        double weight = network.parameters()[i];
        return network.isWeight(i) ? regularisation.l1() * Math.signum(weight) + regularisation.l2() * weight : 0;
    }

    private double decay(int i, double rate) {
        return network.isWeight(i) ? rate * recipe.regularisation().weightDecay() * network.parameters()[i] : 0;
    }

    private double optimize(int i, double gradient, double rate) {
        return switch (recipe.optimizer()) {
            case SGD -> rate * gradient;
            case NESTEROV -> nesterov(i, gradient, rate);
            case ADAM -> adam(i, gradient, rate);
            case NADAM -> nadam(i, gradient, rate);
            case RMSPROP -> rmsProp(i, gradient, rate);
            case ADAMAX -> adaMax(i, gradient, rate);
        };
    }

    private double nesterov(int i, double gradient, double rate) {
        double kept = recipe.momentum() * first[i];
        first[i] = kept - rate * gradient;
        return kept - (1 + recipe.momentum()) * first[i];
    }

    private double adam(int i, double gradient, double rate) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient;
        second[i] = BETA2 * second[i] + (1 - BETA2) * gradient * gradient;
        double corrected = rate * Math.sqrt(1 - Math.pow(BETA2, steps)) / (1 - Math.pow(BETA1, steps));
        return first[i] * corrected / (Math.sqrt(second[i]) + EPSILON);
    }

    private double nadam(int i, double gradient, double rate) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient;
        second[i] = BETA2 * second[i] + (1 - BETA2) * gradient * gradient;
        double ahead = (BETA1 * first[i] + (1 - BETA1) * gradient) / (1 - Math.pow(BETA1, steps));
        return rate * ahead / (Math.sqrt(second[i]) + EPSILON);
    }

    private double rmsProp(int i, double gradient, double rate) {
        double cache = steps == 1 ? EPSILON : second[i];
        second[i] = RMS_DECAY * cache + (1 - RMS_DECAY) * gradient * gradient;
        return rate * gradient / (Math.sqrt(second[i]) + EPSILON);
    }

    private double adaMax(int i, double gradient, double rate) {
        first[i] = BETA1 * first[i] + (1 - BETA1) * gradient;
        second[i] = Math.max(BETA2 * second[i], Math.abs(gradient)) + ADAMAX_FLOOR;
        return first[i] * rate / (1 - Math.pow(BETA1, steps)) / second[i];
    }
}
