package nas.spec;

import com.google.common.collect.Maps;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nas.space.Ladder;
import nas.space.Optimizer;

/** What a search space says about learning rates. */
public sealed interface RateChoice {
    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(
            Function<Ladder<Double>, T> same,
            Function<Map<Optimizer, Ladder<Double>>, T> byOptimizer,
            Supplier<T> measured);

    /** Returns the choice that says what some rates are. */
    static RateChoice of(Map<Optimizer, Ladder<Double>> rates) {
        return Set.copyOf(rates.values()).size() == 1
                ? new Same(rates.values().iterator().next())
                : new ByOptimizer(rates);
    }

    /** The same for each optimizer. */
    record Same(Ladder<Double> rates) implements RateChoice {
        @Override
        public <T> T match(
                Function<Ladder<Double>, T> same,
                Function<Map<Optimizer, Ladder<Double>>, T> byOptimizer,
                Supplier<T> measured) {
            return same.apply(rates);
        }
    }

    /** Those of each optimizer. */
    record ByOptimizer(Map<Optimizer, Ladder<Double>> rates) implements RateChoice {
        /** Copies the map. */
        public ByOptimizer {
            rates = Maps.immutableEnumMap(rates);
        }

        @Override
        public <T> T match(
                Function<Ladder<Double>, T> same,
                Function<Map<Optimizer, Ladder<Double>>, T> byOptimizer,
                Supplier<T> measured) {
            return byOptimizer.apply(rates);
        }
    }

    /** What a learning-rate range test finds in the data. */
    record Measured() implements RateChoice {
        @Override
        public <T> T match(
                Function<Ladder<Double>, T> same,
                Function<Map<Optimizer, Ladder<Double>>, T> byOptimizer,
                Supplier<T> measured) {
            return measured.get();
        }
    }
}
