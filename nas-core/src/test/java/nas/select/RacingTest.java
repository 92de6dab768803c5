package nas.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
import nas.select.SyntheticTrials.Scatter;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.LeadingMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RacingTest {
    private static final WinnerRule TWO_PERCENT = new WinnerRule.Within(0.02);
    private static final WinnerRule ONE_ERROR = new WinnerRule.OneStandardError();
    private static final int BLOCKS = 5;
    private static final int RACES = 600;

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
                new SyntheticTrials(genome -> truth.getOrDefault(genome, 2.0), Scatter.NONE), TWO_PERCENT, finalists);
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
                .filter(seed -> race(new SyntheticTrials(truth, new Scatter(0.1, 0.002, 100, seed)), TWO_PERCENT, FIVE)
                        .winner()
                        .genome()
                        .equals(FIVE.get(2)))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(51);
    }

    @Test
    void clear_losers_are_trained_in_two_blocks_and_the_reference_in_all_that_matter() {
        SyntheticTrials trials = new SyntheticTrials(losses(1.6, 1.5, 1.0201, 1, 1.2), new Scatter(0.02, 0, 50, 7));
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
        SyntheticTrials trials =
                new SyntheticTrials(losses(1.06, 1.04, 1.03, 1.01, 1), new Scatter(0.3, 0.01, 50, seed));
        Race race = race(trials, TWO_PERCENT, FIVE);
        assertThat(race.reference().verdict()).isEqualTo(Verdict.IN);
        assertThat(race.reference().difference()).isZero();
        assertThat(race.finalists())
                .contains(race.reference(), race.winner())
                .extracting(Finalist::parameters)
                .isSorted();
        assertThat(race.winner().parameters())
                .isLessThanOrEqualTo(race.reference().parameters());
        assertThat(race.winner().difference()).isLessThanOrEqualTo(race.tolerance());
        assertThat(race.winner().verdict()).isNotEqualTo(Verdict.OUT);
        assertThat(race.tolerance())
                .isLessThanOrEqualTo((0.1 + 1e-12) * race.scale().explained());
    }

    @Test
    void order_of_the_finalists_does_not_matter() {
        List<Genome> shuffled = new ArrayList<>(FIVE);
        Collections.shuffle(shuffled, new Random(1));
        Scatter scatter = new Scatter(0.3, 0.01, 50, 3);
        ToDoubleFunction<Genome> truth = losses(1.06, 1.04, 1.03, 1.01, 1);
        assertThat(race(new SyntheticTrials(truth, scatter), TWO_PERCENT, shuffled))
                .isEqualTo(race(new SyntheticTrials(truth, scatter), TWO_PERCENT, FIVE));
    }

    @Test
    void who_fails_is_out_and_a_reference_that_fails_is_replaced() {
        ToDoubleFunction<Genome> truth = losses(1.3, 1.2, 1.0201, 1.001, 1);
        SyntheticTrials trials = new SyntheticTrials(
                truth,
                new Scatter(0.002, 0, 50, 1),
                (genome, block) -> genome.equals(FIVE.get(0)) || (genome.equals(FIVE.get(4)) && block == 3));
        Race race = race(trials, TWO_PERCENT, FIVE);
        assertThat(race.failed()).containsExactly(FIVE.get(0), FIVE.get(4));
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.finalists()).extracting(Finalist::genome).containsExactlyElementsOf(FIVE.subList(1, 4));
        assertThat(new Racing(
                                new SyntheticTrials(truth, Scatter.NONE, (genome, block) -> true),
                                RacingTest::parameters,
                                TWO_PERCENT,
                                BLOCKS)
                        .run(FIVE))
                .isEmpty();
    }

    @Test
    void tolerance_can_be_the_error_of_the_reference_alone() {
        SyntheticTrials trials = new SyntheticTrials(losses(1.3, 1.2, 1.1, 1.05, 1), new Scatter(0.1, 0, 50, 1));
        Race race = race(trials, ONE_ERROR, FIVE);
        BlockResults again =
                new BlockResults(new SyntheticTrials(losses(1.3, 1.2, 1.1, 1.05, 1), new Scatter(0.1, 0, 50, 1)));
        again.complete(FIVE, 2);
        double error = Difference.ofMean(again.of(race.reference().genome())).standardError();
        assertThat(race.tolerance()).isPositive().isEqualTo(error);
    }

    @Test
    void threshold_is_reached_by_the_smallest_before_the_first_that_does_not() {
        ToDoubleFunction<Genome> truth = losses(0.1, 0.5, 0.1, 0.09, 0.3);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        Race race = race(new SyntheticTrials(truth, new Scatter(0.01, 0, 500, 1)), reach, FIVE);
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(3));
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(2));
        assertThat(race.isMet()).isTrue();
        assertThat(race.tolerance()).isZero();
        assertThat(race.finalists()).extracting(Finalist::blocks).containsExactly(2, 2, 5, 5, 2);
        assertThat(sentence(race, reach))
                .isEqualTo("smallest that reaches accuracy 0.9, with 95% confidence in each test");
    }

    /** The largest has the highest loss of all and the best metric; the reference, by loss, is the smallest. */
    @Test
    void threshold_may_be_reached_by_networks_larger_than_the_one_of_lowest_loss() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        BlockTrials sure = new ExactTrials(
                genome -> 0.2 + 0.1 * FIVE.indexOf(genome), genome -> 0.85 + 0.03 * FIVE.indexOf(genome), 4_000);
        Race race = race(sure, reach, FIVE);
        assertThat(race.reference().genome()).isEqualTo(FIVE.get(0));
        assertThat(race.isMet()).isTrue();
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(2));
    }

    /** Of two blocks, t at 95 % is 6.31; of 800 rows in all, the normal quantile asks for 0.0175. */
    @ParameterizedTest
    @CsvSource({
        "0.95, 0.01, 4000, UNDECIDED",
        "0.95, 0.007, 4000, IN",
        "0.925, 0, 400, IN",
        "0.915, 0, 400, UNDECIDED",
        "0.86, 0.015, 4000, UNDECIDED",
        "0.86, 0.01, 4000, OUT"
    })
    void finalist_is_in_if_it_surely_reaches_the_threshold(
            double accuracy, double deviation, int rows, Verdict verdict) {
        BlockTrials trials = (genomes, block) -> new ExactTrials(
                        any -> 1, any -> block == 1 ? accuracy - deviation : accuracy + deviation, rows)
                .measure(genomes, block);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        Race race = new Racing(trials, RacingTest::parameters, reach, 2)
                .run(List.of(FIVE.get(0)))
                .orElseThrow();
        assertThat(race.winner().verdict()).isEqualTo(verdict);
        assertThat(race.isMet()).isEqualTo(verdict == Verdict.IN);
    }

    @Test
    void where_nothing_reaches_the_threshold_the_nearest_wins() {
        ToDoubleFunction<Genome> truth = losses(0.5, 0.4, 0.3, 0.2, 0.25);
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.976);
        Race race = race(new SyntheticTrials(truth, Scatter.NONE), reach, FIVE);
        assertThat(race.isMet()).isFalse();
        assertThat(race.winner().genome()).isEqualTo(FIVE.get(3));
        assertThat(sentence(race, reach))
                .isEqualTo("smallest that reaches accuracy 0.976: nothing surely reaches accuracy 0.976; "
                        + "the nearest is 32 relu with 0.9000");
    }

    /** Each claim is false. Who is tested first was chosen by two of the blocks that it is tested in. */
    @ParameterizedTest
    @ValueSource(ints = {5, 8})
    void threshold_is_claimed_falsely_in_no_more_than_five_percent_of_races(int finalists) {
        long most = Math.round(0.05 * RACES + 3 * Math.sqrt(0.05 * 0.95 * RACES));
        long claimed = claims(0.7999, finalists);
        assertThat(claimed).isLessThanOrEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8})
    void threshold_is_claimed_in_most_races_where_it_is_clearly_reached(int finalists) {
        assertThat(claims(0.9, finalists)).isGreaterThan(RACES / 2);
    }

    /** In how many races, of finalists of some accuracy, 0.8 is claimed to be reached. */
    private static long claims(double accuracy, int finalists) {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.8);
        List<Genome> genomes = IntStream.rangeClosed(1, finalists)
                .mapToObj(width -> RandomGenomes.uniform(1, 4 * width))
                .toList();
        return IntStream.range(0, RACES)
                .filter(seed -> race(new CoinTrials(accuracy, 100, seed), reach, genomes)
                        .isMet())
                .count();
    }

    @Test
    void sentences_say_when_nothing_is_learnt_and_when_no_layer_is_needed() {
        Genome linear = RandomGenomes.uniform(0, 4);
        Race poor = race(new SyntheticTrials(any -> 2, Scatter.NONE), TWO_PERCENT, List.of(FIVE.get(0), FIVE.get(1)));
        assertThat(sentence(poor, TWO_PERCENT)).isEqualTo("smallest within 2%; nothing beats the constant prediction");
        Race easy = race(new SyntheticTrials(any -> 1, Scatter.NONE), TWO_PERCENT, List.of(linear, FIVE.get(0)));
        assertThat(sentence(easy, TWO_PERCENT))
                .isEqualTo("smallest within 2%: keeps at least 98.0% of what the best one learns; "
                        + "no hidden layer is needed");
    }

    private static String sentence(Race race, WinnerRule rule) {
        return race.sentence(rule, race.winner().assessed(), race.isMet());
    }
}
