package nas.report.importance;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nas.report.importance.Observations.Observation;

/** Every combination of the levels of a few factors, each observed equally often. */
final class ImportanceFixtures {
    /** Five ordered levels, four without an order, three that matter for nothing. */
    static final List<Factor> FACTORS =
            List.of(factor("width", 5, true), factor("activation", 4, false), factor("idle", 3, true));

    static final int COMBINATIONS = 5 * 4 * 3;

    private ImportanceFixtures() {}

    private static Factor factor(String name, int levels, boolean isOrdered) {
        return new Factor(
                name, IntStream.range(0, levels).mapToObj(level -> name + level).toList(), isOrdered);
    }

    static Observations of(int repetitions, ToDoubleFunction<int[]> response) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < repetitions * COMBINATIONS; i++) {
            int[] levels = {i % 5, i / 5 % 4, i / 20 % 3};
            observations.add(new Observation(ImmutableIntArray.copyOf(levels), response.applyAsDouble(levels)));
        }
        return new Observations(FACTORS, observations);
    }
}
