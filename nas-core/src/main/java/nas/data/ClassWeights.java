package nas.data;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.Map;
import nas.InvalidInputException;
import nas.Suggestions;

/**
 * Makes of what a user says about the weights of classes a weight for each class, such that the mean weight of the
 * training rows is 1: so the size of losses and steps does not depend on the unit of the weights.
 */
public final class ClassWeights {
    private final Targets.Classes classes;
    private final int[] training;
    private final long[] rows;

    private ClassWeights(Targets.Classes classes, int[] training) {
        this.classes = classes;
        this.training = training;
        this.rows = ClassBalance.count(classes, training);
    }

    /**
     * Returns targets whose classes have these weights.
     *
     * @param training the rows that weights are fitted on
     * @throws InvalidInputException if the weights name a class that there is not, or the targets are numbers and have
     *     weights
     */
    public static Targets apply(ClassWeighting weighting, Targets targets, int[] training) {
        return targets.match(classes -> apply(weighting, classes, training), values -> checkNone(weighting, values));
    }

    /**
     * Returns classes with these weights.
     *
     * @param training the rows that weights are fitted on
     * @throws InvalidInputException if the weights name a class that there is not
     */
    public static Targets.Classes apply(ClassWeighting weighting, Targets.Classes classes, int[] training) {
        ClassWeights weights = new ClassWeights(classes, training);
        double[] byClass = weighting.match(weights::equal, weights::balanced, weights::chosen);
        return classes.withWeights(Doubles.asList(byClass));
    }

    private static Targets checkNone(ClassWeighting weighting, Targets values) {
        String written = weighting.match(
                () -> "", () -> "balanced", chosen -> chosen.weights().toString());
        if (!written.isEmpty()) {
            throw new InvalidInputException(
                    "data.weights must be left out where numbers are predicted, but was " + Quoted.line(written));
        }
        return values;
    }

    private double[] equal() {
        double[] weights = new double[rows.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    /**
     * {@code n / (K · n_k)}, with n training rows, n_k of them of class k, and K classes that have some (King & Zeng
     * 2001, "Logistic Regression in Rare Events Data", doi:10.1093/oxfordjournals.pan.a004868). A class without training
     * rows weighs 1.
     */
    private double[] balanced() {
        long present = Arrays.stream(rows).filter(count -> count > 0).count();
        double[] weights = equal();
        for (int label = 0; label < weights.length; label++) {
            if (rows[label] > 0) {
                weights[label] = (double) training.length / (present * rows[label]);
            }
        }
        return weights;
    }

    /** Those that are given, 1 for the others, divided by their mean over the training rows. */
    private double[] chosen(ClassWeighting.ByClass chosen) {
        double[] weights = equal();
        for (Map.Entry<String, Double> weight : chosen.weights().entrySet()) {
            weights[index(weight.getKey())] = weight.getValue();
        }
        if (Arrays.stream(weights).distinct().count() == 1) {
            return equal();
        }
        double sum = 0;
        for (int label = 0; label < weights.length; label++) {
            sum += weights[label] * rows[label];
        }
        for (int label = 0; label < weights.length; label++) {
            weights[label] *= training.length / sum;
        }
        return weights;
    }

    private int index(String name) {
        int index = classes.names().indexOf(name);
        if (index < 0) {
            throw new InvalidInputException(
                    "data.weights must name classes of the target (" + Quoted.list(classes.names()) + "), but was "
                            + Quoted.text(name) + Suggestions.didYouMean(name, classes.names()));
        }
        return index;
    }
}
