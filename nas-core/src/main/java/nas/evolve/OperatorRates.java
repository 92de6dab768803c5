package nas.evolve;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How often each operator is applied to an offspring: probabilities, each in [0, 1].
 *
 * @param crossover that it is crossed with another one, layer by layer
 * @param insert that a layer is inserted
 * @param remove that a layer is removed
 * @param widen that a layer becomes one step wider
 * @param narrow that a layer becomes one step narrower
 * @param activation that a layer gets another activation
 * @param dropout that a layer's dropout moves by one step
 * @param recipe that a part of the recipe moves by one step
 */
public record OperatorRates(
        double crossover,
        double insert,
        double remove,
        double widen,
        double narrow,
        double activation,
        double dropout,
        double recipe) {
    /** What is used where a search space says nothing. */
    public static final OperatorRates DEFAULT = new OperatorRates(0.5, 0.1, 0.15, 0.2, 0.3, 0.15, 0.15, 0.3);

    /** @throws IllegalArgumentException if a rate is not in [0, 1] */
    public OperatorRates {
        check("crossover", crossover);
        check("insert", insert);
        check("remove", remove);
        check("widen", widen);
        check("narrow", narrow);
        check("activation", activation);
        check("dropout", dropout);
        check("recipe", recipe);
    }

    private static void check(String name, double rate) {
        checkArgument(rate >= 0 && rate <= 1, "%s must be >= 0 and <= 1, but was %s", name, rate);
    }
}
