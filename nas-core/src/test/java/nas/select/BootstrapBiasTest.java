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
import java.util.function.DoubleSupplier;
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
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Drawn by its definition, row by row, with lists for bags. Errors are not weighted. */
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void estimate_is_that_of_a_slow_implementation(boolean isGrouped, boolean isWeighted) {
        int rows = 24;
        int size = isGrouped ? 3 : 1;
        List<RowScores> coins = coins(5, rows, 3, isGrouped ? groups(rows, size) : null);
        List<RowScores> genomes =
                isWeighted ? coins.stream().map(coin -> weighted(coin, 9)).toList() : coins;
        List<Double> losses = new ArrayList<>();
        List<Double> accuracies = new ArrayList<>();
        for (Bag bag : bags(rows, size)) {
            RowScores best = best(genomes, bag.inside());
            losses.add(mean(best.rows(), bag.outside()));
            accuracies.add(1 - mean(new RowLosses(best.errors()), bag.outside()));
        }
        CorrectedMeasures estimate = BIAS.estimate(genomes, RowErrors.WRONG);
        assertThat(estimate.loss()).isCloseTo(Stats.meanOf(losses), within(1e-9));
        assertThat(estimate.lossDeviation()).isCloseTo(Stats.of(losses).sampleStandardDeviation(), within(1e-9));
        assertThat(estimate.accuracy()).isCloseTo(Stats.meanOf(accuracies), within(1e-9));
        assertThat(estimate.metricDeviation()).isCloseTo(Stats.of(accuracies).sampleStandardDeviation(), within(1e-9));
    }

    /**
     * Rows of a bootstrap.
     *
     * @param inside those drawn, some of them several times
     * @param outside those not drawn
     */
    private record Bag(List<Integer> inside, List<Integer> outside) {}

    /** Returns the bootstraps of rows that belong together, so many each. */
    private static List<Bag> bags(int rows, int size) {
        SplittableRandom random = new SplittableRandom(Seeds.derive(5, "bbc-cv"));
        int units = rows / size;
        List<Bag> bags = new ArrayList<>();
        while (bags.size() < BootstrapBias.BOOTSTRAPS) {
            List<Integer> inside = new ArrayList<>();
            for (int i = 0; i < units; i++) {
                int unit = (int) (((random.nextLong() >>> 32) * units) >>> 32);
                IntStream.range(unit * size, (unit + 1) * size).forEach(inside::add);
            }
            List<Integer> outside = IntStream.range(0, rows)
                    .filter(row -> !inside.contains(row))
                    .boxed()
                    .toList();
            if (!outside.isEmpty()) {
                bags.add(new Bag(inside, outside));
            }
        }
        return bags;
    }

    private static ImmutableIntArray groups(int rows, int size) {
        return ImmutableIntArray.copyOf(IntStream.range(0, rows).map(row -> 7 + row / size));
    }

    /** The same weights for the same seed, from 1/2 to 4. */
    private static RowScores weighted(RowScores scores, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return weighted(scores, () -> (1 + random.nextInt(8)) / 2.0);
    }

    private static RowScores weighted(RowScores scores, DoubleSupplier weight) {
        float[] weights = new float[scores.rows().size()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = (float) weight.getAsDouble();
        }
        RowLosses rows = scores.rows();
        return new RowScores(
                scores.genome(),
                scores.parameters(),
                new RowLosses(rows.losses(), FloatVector.copyOf(weights), rows.groups()),
                scores.errors());
    }

    private static RowScores best(List<RowScores> genomes, List<Integer> inside) {
        RowScores best = genomes.get(0);
        for (RowScores genome : genomes) {
            if (mean(genome.rows(), inside) < mean(best.rows(), inside)) {
                best = genome;
            }
        }
        return best;
    }

    private static double mean(RowLosses losses, List<Integer> rows) {
        float[] values = losses.losses().toArray();
        FloatVector given = losses.weights();
        double sum = 0;
        double weight = 0;
        for (int row : rows) {
            double each = given == null ? 1 : given.toArray()[row];
            sum += each * values[row];
            weight += each;
        }
        return sum / weight;
    }

    /** The mean loss decides what the tolerance is: E is about 1.5, of losses twice as high it would be 1. */
    @Test
    void weights_that_are_all_alike_change_nothing() {
        BootstrapBias bias = new BootstrapBias(new WinnerRule.Within(0.1), 2, Noise.NONE, 5);
        List<RowScores> coins = coins(5, 40, 3, null);
        List<RowScores> twice =
                coins.stream().map(coin -> weighted(coin, () -> 2)).toList();
        assertThat(bias.estimate(twice, RowErrors.WRONG)).isEqualTo(bias.estimate(coins, RowErrors.WRONG));
    }

    @Test
    void genomes_of_other_weights_are_refused() {
        List<RowScores> coins = coins(2, 10, 1, null);
        assertThatThrownBy(() ->
                        BIAS.estimate(List.of(weighted(coins.get(0), 1), weighted(coins.get(1), 2)), RowErrors.WRONG))
                .hasMessage("rows must be the same for all genomes");
    }

    /**
     * The larger genome never errs. The smaller one's squared errors are 0 in every other group of 20 rows and 2 in the
     * rest: its root mean square is 1, its standard error 1/2 · sqrt(1/19), of single rows 1/2 · sqrt(1/399).
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void error_to_reach_is_as_unsure_as_groups_make_it(boolean isGrouped) {
        int rows = 400;
        int size = isGrouped ? 20 : 1;
        float[] half = new float[rows];
        float[] one = new float[rows];
        for (int row = 0; row < rows; row++) {
            half[row] = row / size % 2 == 0 ? 0 : 2;
            one[row] = 1;
        }
        ImmutableIntArray groups = isGrouped ? groups(rows, size) : null;
        List<RowScores> two =
                List.of(scores(0, one, half, groups), scores(1, new float[rows], new float[rows], groups));
        double margin = 1.6448536 * Math.sqrt(1.0 / (rows / size - 1)) / 2;
        double threshold = 1.08;
        long expected = bags(rows, size).stream()
                .mapToDouble(bag -> Math.sqrt(mean(new RowLosses(FloatVector.copyOf(half)), bag.inside())))
                .filter(error -> error + margin <= threshold)
                .count();
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.RMSE, threshold);
        assertThat(new BootstrapBias(reach, 2, Noise.NONE, 5)
                        .estimate(two, RowErrors.SQUARED)
                        .loss())
                .isCloseTo((double) expected / BootstrapBias.BOOTSTRAPS, within(1e-9));
    }

    /** The smallest has the lowest loss, the largest the fewest errors; only the two largest reach the threshold. */
    @Test
    void threshold_may_be_reached_by_genomes_larger_than_the_one_of_lowest_loss() {
        int rows = 1_000;
        List<RowScores> genomes = new ArrayList<>();
        for (int place = 0; place < 4; place++) {
            float[] losses = new float[rows];
            float[] errors = new float[rows];
            for (int row = 0; row < rows; row++) {
                losses[row] = 1 + place;
                errors[row] = row % 10 < 3 - place ? 1 : 0;
            }
            genomes.add(scores(place, losses, errors, null));
        }
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.85);
        assertThat(new BootstrapBias(reach, 5, Noise.NONE, 5)
                        .estimate(genomes, RowErrors.WRONG)
                        .loss())
                .isCloseTo(3, within(0.01));
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
