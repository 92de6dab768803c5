package nas.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nas.select.Finalist.Verdict;
import nas.select.SyntheticTrials.Noise;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.FloatVector;
import nas.trial.LeadingMetric;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RacingTest {
    private static final WinnerRule TWO_PERCENT = new WinnerRule.Within(0.02);
    private static final WinnerRule ONE_ERROR = new WinnerRule.OneStandardError();
    private static final int BLOCKS = 5;

    /** One hidden layer each, of 4, 8, 16, 32 and 64 units. */
    private static final List<Genome> FIVE = IntStream.of(4, 8, 16, 32, 64)
            .mapToObj(width -> RandomGenomes.uniform(1, width))
            .toList();

    private static long parameters(Genome genome) {
        return genome.parameters(12, 4);
    }

    private static Race race(BlockTrials trials, WinnerRule rule, List<Genome> finalists) {
        return new Racing(trials, RacingTest::parameters, rule, BLOCKS)
                .run(finalists)
                .orElseThrow();
    }

    private static ToDoubleFunction<Genome> losses(double... losses) {
        return genome -> losses[FIVE.indexOf(genome)];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void without_noise_a_race_is_won_by_the_smallest_within_the_tolerance(long seed) {
        List<Genome> finalists = RandomGenomes.of(8, seed).stream().distinct().toList();
        SplittableRandom random = new SplittableRandom(seed);
        Map<Genome, Double> truth = new HashMap<>();
        finalists.forEach(genome -> truth.put(genome, random.nextInt(64, 70) / 64.0));
        double best = Collections.min(truth.values());
        double tolerance = 0.02 * (SyntheticTrials.CONSTANT_LOSS - best);
        Genome smallest = finalists.stream()
                .filter(genome -> truth.getOrDefault(genome, 2.0) - best <= tolerance)
                .min(Comparator.comparingLong(RacingTest::parameters).thenComparing(Genome::key))
                .orElseThrow();
        Race race = race(
                new SyntheticTrials(genome -> truth.getOrDefault(genome, 2.0), Noise.NONE), TWO_PERCENT, finalists);
        assertThat(race.winner().genome()).isEqualTo(smallest);
        assertThat(race.tolerance()).isCloseTo(tolerance, within(1e-6));
        assertThat(race.finalists()).hasSameSizeAs(finalists).allSatisfy(finalist -> {
            assertThat(finalist.blocks()).isEqualTo(2);
            assertThat(finalist.verdict()).isNotEqualTo(Verdict.UNDECIDED);
        });
    }

    @Test
    void the_true_smallest_within_the_tolerance_wins_nearly_always() {
        ToDoubleFunction<Genome> truth = losses(1.3, 1.05, 1.005, 1, 1);
        long right = IntStream.range(0, 60)
                .filter(seed -> race(new SyntheticTrials(truth, new Noise(0.1, 0.002, 100, seed)), TWO_PERCENT, FIVE)
                        .winner()
                        .genome()
                        .equals(FIVE.get(2)))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(51);
    }

    @Test
    void clear_losers_are_trained_in_two_blocks_and_the_reference_in_all_that_matter() {
        SyntheticTrials trials = new SyntheticTrials(losses(1.6, 1.5, 1.0201, 1, 1.2), new Noise(0.02, 0, 50, 7));
        Race race = race(trials, TWO_PERCENT, FIVE);
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.finalists()).extracting(Finalist::blocks).containsExactly(2, 2, 5, 5, 2);
        assertThat(race.finalists())
                .extracting(Finalist::verdict)
                .containsExactly(Verdict.OUT, Verdict.OUT, Verdict.UNDECIDED, Verdict.IN, Verdict.OUT);
        assertThat(trials.trained()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_reference_stays_and_no_winner_is_larger_worse_or_out(long seed) {
        SyntheticTrials trials = new SyntheticTrials(losses(1.06, 1.04, 1.03, 1.01, 1), new Noise(0.3, 0.01, 50, seed));
        Race race = race(trials, TWO_PERCENT, FIVE);
        assertThat(race.reference().verdict()).isEqualTo(Verdict.IN);
        assertThat(race.reference().difference()).isZero();
        assertThat(race.finalists()).contains(race.reference(), race.winner()).isSortedAccordingTo(Finalist.BY_SIZE);
        assertThat(race.winner().parameters())
                .isLessThanOrEqualTo(race.reference().parameters());
        assertThat(race.winner().difference()).isLessThanOrEqualTo(race.tolerance());
        assertThat(race.winner().verdict()).isNotEqualTo(Verdict.OUT);
        assertThat(race.sacrifice()).isLessThanOrEqualTo(0.1 + 1e-12);
    }

    @Test
    void order_of_the_finalists_does_not_matter() {
        List<Genome> shuffled = new ArrayList<>(FIVE);
        Collections.shuffle(shuffled, new Random(1));
        Noise noise = new Noise(0.3, 0.01, 50, 3);
        ToDoubleFunction<Genome> truth = losses(1.06, 1.04, 1.03, 1.01, 1);
        assertThat(race(new SyntheticTrials(truth, noise), TWO_PERCENT, shuffled))
                .isEqualTo(race(new SyntheticTrials(truth, noise), TWO_PERCENT, FIVE));
    }

    @Test
    void who_fails_is_out_and_a_reference_that_fails_is_replaced() {
        ToDoubleFunction<Genome> truth = losses(1.3, 1.2, 1.0201, 1.001, 1);
        SyntheticTrials trials = new SyntheticTrials(
                truth,
                new Noise(0.002, 0, 50, 1),
                (genome, block) -> genome.equals(FIVE.get(0)) || (genome.equals(FIVE.get(4)) && block == 3));
        Race race = race(trials, TWO_PERCENT, FIVE);
        assertThat(race.failed()).containsExactly(FIVE.get(0), FIVE.get(4));
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.finalists()).extracting(Finalist::genome).containsExactlyElementsOf(FIVE.subList(1, 4));
        assertThat(new Racing(
                                new SyntheticTrials(truth, Noise.NONE, (genome, block) -> true),
                                RacingTest::parameters,
                                TWO_PERCENT,
                                BLOCKS)
                        .run(FIVE))
                .isEmpty();
    }

    @Test
    void tolerance_can_be_the_error_of_the_reference_alone() {
        SyntheticTrials trials = new SyntheticTrials(losses(1.3, 1.2, 1.1, 1.05, 1), new Noise(0.1, 0, 50, 1));
        Race race = race(trials, ONE_ERROR, FIVE);
        BlockResults again =
                new BlockResults(new SyntheticTrials(losses(1.3, 1.2, 1.1, 1.05, 1), new Noise(0.1, 0, 50, 1)));
        again.complete(FIVE, 2);
        double error = Difference.ofMean(again.of(race.reference().genome())).standardError();
        assertThat(race.tolerance()).isPositive().isEqualTo(error);
    }

    @Test
    void threshold_is_reached_by_the_smallest_before_the_first_that_does_not() {
        ToDoubleFunction<Genome> truth = losses(0.1, 0.5, 0.1, 0.09, 0.3);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        Race race = race(new SyntheticTrials(truth, new Noise(0.01, 0, 500, 1)), reach, FIVE);
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(2));
        assertThat(race.isMet()).isTrue();
        assertThat(race.tolerance()).isZero();
        assertThat(race.finalists()).extracting(Finalist::blocks).containsExactly(2, 2, 5, 5, 2);
        assertThat(race.sentence(reach)).isEqualTo("smallest that reaches accuracy 0.9, with 95% confidence");
    }

    /** The largest has the highest loss of all and the best metric; the reference, by loss, is the smallest. */
    @Test
    void threshold_may_be_reached_by_networks_larger_than_the_one_of_lowest_loss() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        BlockTrials sure = (genomes, block) -> Maps.toMap(genomes, genome -> {
            int size = FIVE.indexOf(genome);
            Measures measures = new Measures(0.2 + 0.1 * size, 0.01, 2, 0.85 + 0.03 * size, null, 4_000, Map.of());
            float[] losses = new float[4_000];
            Arrays.fill(losses, (float) measures.loss());
            return new BlockOutcome(measures, new RowLosses(FloatVector.copyOf(losses)));
        });
        Race race = race(sure, reach, FIVE);
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(0));
        assertThat(race.isMet()).isTrue();
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(2));
    }

    @Test
    void where_nothing_reaches_the_threshold_the_nearest_wins() {
        ToDoubleFunction<Genome> truth = losses(0.5, 0.4, 0.3, 0.2, 0.25);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.976);
        Race race = race(new SyntheticTrials(truth, Noise.NONE), reach, FIVE);
        assertThat(race.isMet()).isFalse();
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.sentence(reach))
                .isEqualTo("smallest that reaches accuracy 0.976: nothing reaches accuracy 0.976; "
                        + "the nearest is 32 relu with 0.9000");
    }

    /** The threshold itself is the truth, so each claim is false; 5 % of 400 and three standard deviations are 33. */
    @Test
    void threshold_is_claimed_falsely_no_more_often_than_said() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.5);
        long claimed = IntStream.range(0, 400)
                .filter(seed -> race(
                                new SyntheticTrials(any -> 1, new Noise(0.3, 0.02, 4, seed)), reach, FIVE.subList(0, 3))
                        .isMet())
                .count();
        assertThat(claimed).isLessThanOrEqualTo(33);
    }

    @Test
    void sentences_say_when_nothing_is_learnt_and_when_no_layer_is_needed() {
        Genome linear = RandomGenomes.uniform(0, 4);
        Race poor = race(new SyntheticTrials(any -> 2, Noise.NONE), TWO_PERCENT, List.of(FIVE.get(0), FIVE.get(1)));
        assertThat(poor.sentence(TWO_PERCENT)).isEqualTo("smallest within 2%; nothing beats the constant prediction");
        Race easy = race(new SyntheticTrials(any -> 1, Noise.NONE), TWO_PERCENT, List.of(linear, FIVE.get(0)));
        assertThat(easy.sentence(TWO_PERCENT))
                .isEqualTo("smallest within 2%: keeps at least 98.0% of what the best one learns; "
                        + "no hidden layer is needed");
    }
}
