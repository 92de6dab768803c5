package nas.report.importance;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;

/**
 * What was chosen and what came of it.
 *
 * @param factors what is chosen
 * @param observations one for each time
 */
public record Observations(List<Factor> factors, List<Observation> observations) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an observation does not have one level of each factor, or its response is not finite
     */
    public Observations {
        factors = ImmutableList.copyOf(factors);
        observations = ImmutableList.copyOf(observations);
        for (Observation each : observations) {
            check(each, factors);
        }
    }

    /**
     * One observation.
     *
     * @param levels for each factor the index of its level
     * @param response what came of it, finite
     */
    public record Observation(ImmutableIntArray levels, double response) {}

    private static void check(Observation observation, List<Factor> factors) {
        checkArgument(Double.isFinite(observation.response()), "response must be finite, but was %s", observation);
        checkArgument(
                observation.levels().length() == factors.size(),
                "levels must be one for each of %s factors, but were %s",
                factors.size(),
                observation.levels());
        for (int factor = 0; factor < factors.size(); factor++) {
            int level = observation.levels().get(factor);
            int count = factors.get(factor).levels().size();
            checkArgument(level >= 0 && level < count, "level must be in [0, %s), but was %s", count, level);
        }
    }

    int size() {
        return observations.size();
    }

    int level(int observation, int factor) {
        return observations.get(observation).levels().get(factor);
    }

    double response(int observation) {
        return observations.get(observation).response();
    }

    /** Returns how many levels a factor has. */
    int levels(int factor) {
        return factors.get(factor).levels().size();
    }
}
