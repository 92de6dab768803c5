package nas.data;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** How much the rows of each class count. */
public sealed interface ClassWeighting {
    /** All rows count alike. */
    ClassWeighting EQUAL = new Equal();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Supplier<T> equal, Supplier<T> balanced, Function<ByClass, T> byClass);

    /** All rows count alike. */
    record Equal() implements ClassWeighting {
        @Override
        public <T> T match(Supplier<T> equal, Supplier<T> balanced, Function<ByClass, T> byClass) {
            return equal.get();
        }
    }

    /** All classes count alike: a row's weight is inverse to the number of training rows of its class. */
    record Balanced() implements ClassWeighting {
        @Override
        public <T> T match(Supplier<T> equal, Supplier<T> balanced, Function<ByClass, T> byClass) {
            return balanced.get();
        }
    }

    /**
     * Weights that somebody chose.
     *
     * @param weights by class, each finite and above 0; classes that are not named weigh 1
     */
    record ByClass(Map<String, Double> weights) implements ClassWeighting {
        /** @throws IllegalArgumentException if a weight is not finite and above 0 */
        public ByClass {
            weights = ImmutableSortedMap.copyOf(weights);
            weights.forEach((name, weight) -> {
                if (!Double.isFinite(weight) || weight <= 0) {
                    throw new IllegalArgumentException(
                            "weight of " + name + " must be finite and > 0, but was " + weight);
                }
            });
        }

        @Override
        public <T> T match(Supplier<T> equal, Supplier<T> balanced, Function<ByClass, T> byClass) {
            return byClass.apply(this);
        }
    }
}
