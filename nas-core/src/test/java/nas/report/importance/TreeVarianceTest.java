package nas.report.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.Stats;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against enumeration of all combinations. */
class TreeVarianceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void leaves_hold_each_combination_once_and_their_variances_are_those_of_all_combinations(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Observations all = ImportanceFixtures.of(1, levels -> random.nextDouble());
        int[] sample = random.ints(60, 0, all.size()).toArray();
        RegressionTree tree = new RegressionTree(all, sample, random);
        double[] answers =
                IntStream.range(0, all.size()).mapToDouble(tree::predict).toArray();
        TreeVariance variance = new TreeVariance(tree.leaves(), new int[] {5, 4, 3});
        assertThat(tree.leaves()).hasSizeGreaterThan(3);
        assertThat(IntStream.range(0, all.size())).allMatch(i -> holding(tree, all, i) == 1);
        double mean = Stats.meanOf(answers);
        assertThat(variance.total()).isCloseTo(Stats.of(answers).populationVariance(), within(1e-12));
        double[] width = means(answers, 5, u -> i -> all.level(i, 0) == u);
        double[] activation = means(answers, 4, v -> i -> all.level(i, 1) == v);
        assertThat(variance.alone(0)).isCloseTo(Stats.of(width).populationVariance(), within(1e-12));
        assertThat(variance.alone(1)).isCloseTo(Stats.of(activation).populationVariance(), within(1e-12));
        double together = 0;
        for (int u = 0; u < 5; u++) {
            assertThat(variance.marginal(0, u)).isCloseTo(width[u], within(1e-12));
            int row = u;
            double[] cells = means(answers, 4, v -> i -> all.level(i, 0) == row && all.level(i, 1) == v);
            for (int v = 0; v < 4; v++) {
                together += Math.pow(cells[v] - width[u] - activation[v] + mean, 2) / 20;
            }
        }
        assertThat(variance.together(0, 1)).isCloseTo(together, within(1e-12));
    }

    private static long holding(RegressionTree tree, Observations all, int combination) {
        return tree.leaves().stream()
                .filter(leaf -> IntStream.range(0, 3).allMatch(factor -> {
                    BitSet levels = leaf.box().get(factor);
                    return levels.get(all.level(combination, factor));
                }))
                .count();
    }

    private static double[] means(double[] answers, int levels, IntFunction<IntPredicate> isAt) {
        return IntStream.range(0, levels)
                .mapToDouble(level -> IntStream.range(0, answers.length)
                        .filter(isAt.apply(level))
                        .mapToDouble(i -> answers[i])
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
