package nas.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.Stats;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nas.Seeds;
import nas.select.RowScores.RowErrors;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.FloatVector;
import nas.trial.LeadingMetric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapBiasTest {
    private static final WinnerRule BEST = new WinnerRule.OneStandardError();
    private static final BootstrapBias BIAS = new BootstrapBias(BEST, 2, Noise.NONE, 5);

    private static RowScores scores(int place, float[] losses, float[] errors, @Nullable ImmutableIntArray groups) {
        Genome genome = RandomGenomes.SPACE
                .largest(1, 1)
                .withArchitecture(RandomGenomes.SPACE.architectures().of(List.of(4 + place)));
        return new RowScores(
                genome,
                100 + place,
                new RowLosses(FloatVector.copyOf(losses), null, groups),
                FloatVector.copyOf(errors));
    }

    /** Genomes without any difference but chance: a wrong row costs 1. */
    private static List<RowScores> coins(int genomes, int rows, long seed, @Nullable ImmutableIntArray groups) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RowScores> coins = new ArrayList<>();
        for (int genome = 0; genome < genomes; genome++) {
            float[] wrong = new float[rows];
            for (int row = 0; row < rows; row++) {
                wrong[row] = random.nextInt(2);
            }
            coins.add(scores(genome, wrong, wrong, groups));
        }
        return coins;
    }

    @Test
    void the_best_of_many_coins_is_a_coin() {
        List<Double> naive = new ArrayList<>();
        List<Double> corrected = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            List<RowScores> coins = coins(20, 60, seed, null);
            naive.add(1 - lowest(coins));
            corrected.add(BIAS.estimate(coins, RowErrors.WRONG).accuracy());
        }
        assertThat(Stats.meanOf(naive)).isGreaterThan(0.58);
        assertThat(Stats.meanOf(corrected)).isCloseTo(0.5, within(0.02));
    }

    private static double lowest(List<RowScores> coins) {
        return coins.stream().mapToDouble(coin -> mean(coin.errors())).min().orElseThrow();
    }

    private static double mean(FloatVector values) {
        double sum = 0;
        for (float value : values.toArray()) {
            sum += value;
        }
        return sum / values.size();
    }

    /** Drawn by its definition, row by row, with lists for bags. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void estimate_is_that_of_a_slow_implementation(boolean isGrouped) {
        int rows = 24;
        ImmutableIntArray groups =
                isGrouped ? ImmutableIntArray.copyOf(IntStream.range(0, rows).map(row -> 7 + row / 3)) : null;
        List<RowScores> coins = coins(5, rows, 3, groups);
        int units = isGrouped ? rows / 3 : rows;
        SplittableRandom random = new SplittableRandom(Seeds.derive(5, "bbc-cv"));
        List<Double> losses = new ArrayList<>();
        while (losses.size() < BootstrapBias.BOOTSTRAPS) {
            List<Integer> inside = new ArrayList<>();
            List<Integer> drawn = new ArrayList<>();
            for (int i = 0; i < units; i++) {
                int unit = (int) (((random.nextLong() >>> 32) * units) >>> 32);
                drawn.add(unit);
                IntStream.range(0, rows)
                        .filter(row -> unit(row, isGrouped) == unit)
                        .forEach(inside::add);
            }
            List<Integer> outside = IntStream.range(0, rows)
                    .filter(row -> !drawn.contains(unit(row, isGrouped)))
                    .boxed()
                    .toList();
            if (!outside.isEmpty()) {
                losses.add(best(coins, inside, outside));
            }
        }
        CorrectedMeasures estimate = BIAS.estimate(coins, RowErrors.WRONG);
        assertThat(estimate.loss()).isCloseTo(Stats.meanOf(losses), within(1e-9));
        assertThat(estimate.lossDeviation()).isCloseTo(Stats.of(losses).sampleStandardDeviation(), within(1e-9));
        assertThat(estimate.accuracy()).isCloseTo(1 - estimate.loss(), within(1e-9));
        assertThat(estimate.metricDeviation()).isCloseTo(estimate.lossDeviation(), within(1e-9));
    }

    private static int unit(int row, boolean isGrouped) {
        return isGrouped ? row / 3 : row;
    }

    private static double best(List<RowScores> coins, List<Integer> inside, List<Integer> outside) {
        RowScores best = coins.get(0);
        for (RowScores coin : coins) {
            if (mean(coin, inside) < mean(best, inside)) {
                best = coin;
            }
        }
        return mean(best, outside);
    }

    private static double mean(RowScores coin, List<Integer> rows) {
        float[] losses = coin.rows().losses().toArray();
        return rows.stream().mapToDouble(row -> losses[row]).sum() / rows.size();
    }

    @Test
    void a_lone_genome_is_not_corrected() {
        List<RowScores> lone = coins(1, 200, 4, null);
        CorrectedMeasures estimate = BIAS.estimate(lone, RowErrors.SQUARED);
        assertThat(estimate.loss()).isCloseTo(lowest(lone), within(0.01));
        assertThat(estimate.rmse()).isCloseTo(Math.sqrt(lowest(lone)), within(0.01));
        assertThat(estimate.accuracy()).isNull();
    }

    @Test
    void rule_may_prefer_a_smaller_genome_or_one_that_reaches_a_threshold() {
        float[] worse = new float[50];
        float[] better = new float[50];
        for (int row = 0; row < 50; row++) {
            worse[row] = 1.01f;
            better[row] = 1;
        }
        List<RowScores> two = List.of(scores(1, better, new float[50], null), scores(0, worse, new float[50], null));
        assertThat(BIAS.estimate(two, RowErrors.WRONG).loss()).isCloseTo(1, within(1e-6));
        for (WinnerRule rule :
                List.of(new WinnerRule.Within(0.02), new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9))) {
            CorrectedMeasures estimate = new BootstrapBias(rule, 2, Noise.NONE, 1).estimate(two, RowErrors.WRONG);
            assertThat(estimate.loss()).as(rule.text()).isCloseTo(1.01, within(1e-6));
            assertThat(estimate.accuracy()).isEqualTo(1);
        }
    }

    @Test
    void estimate_depends_on_the_seed_and_not_on_the_order() {
        List<RowScores> coins = coins(8, 40, 6, null);
        List<RowScores> shuffled = new ArrayList<>(coins);
        Collections.shuffle(shuffled, new Random(2));
        CorrectedMeasures estimate = BIAS.estimate(coins, RowErrors.WRONG);
        assertThat(BIAS.estimate(shuffled, RowErrors.WRONG)).isEqualTo(estimate);
        assertThat(new BootstrapBias(BEST, 2, Noise.NONE, 6).estimate(coins, RowErrors.WRONG))
                .isNotEqualTo(estimate);
    }

    @Test
    void rows_of_one_group_cannot_be_left_out() {
        ImmutableIntArray one = ImmutableIntArray.of(1, 1, 1, 1);
        assertThatThrownBy(() -> BIAS.estimate(coins(2, 4, 1, one), RowErrors.WRONG))
                .hasMessage("rows must belong to at least 2 groups, but all belong to one");
    }
}
