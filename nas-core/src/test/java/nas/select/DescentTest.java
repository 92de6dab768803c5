package nas.select;

import static java.util.Objects.requireNonNull;
import static nas.select.DescentFixtures.BLOCKS;
import static nas.select.DescentFixtures.INPUTS;
import static nas.select.DescentFixtures.NEIGHBOURHOOD;
import static nas.select.DescentFixtures.OUTPUTS;
import static nas.select.DescentFixtures.SPACE;
import static nas.select.DescentFixtures.TWO_PERCENT;
import static nas.select.DescentFixtures.descend;
import static nas.select.DescentFixtures.genome;
import static nas.select.DescentFixtures.parameters;
import static nas.select.DescentFixtures.race;
import static nas.select.DescentFixtures.width;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.select.BlockTrials.Training;
import nas.select.Neighbour.Verdict;
import nas.select.SyntheticTrials.Scatter;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 7, 16, 38, 54})
    void without_noise_it_stops_where_the_loss_rises(int least) {
        ToDoubleFunction<Genome> truth =
                genome -> genome.architecture().depth() == 1 && width(genome) >= least ? 1 : 1.5;
        DescentResult result = descend(truth, Scatter.NONE, genome(64));
        assertThat(result.winner().genome()).isEqualTo(genome(least));
        assertThat(result.difference()).isEqualTo(new Difference(0, 0));
        assertThat(result.certificate().shownWorse())
                .isEqualTo(result.certificate().neighboursTested())
                .isEqualTo(least == 4 ? 0 : 1);
    }

    /** Each narrower rung costs three quarters of the tolerance: compared with the last winner, every step would do. */
    @Test
    void losses_do_not_add_up_step_by_step() {
        List<Integer> rungs = SPACE.architectures().widths().first().rungs();
        ToDoubleFunction<Genome> truth = genome -> genome.architecture().depth() == 2
                ? 1.9
                : 1 + 0.015 * (rungs.size() - 1 - rungs.indexOf(width(genome)));
        DescentResult result = descend(truth, Scatter.NONE, genome(64));
        assertThat(result.winner().genome()).isEqualTo(genome(54));
        assertThat(result.certificate())
                .isEqualTo(new Certificate(result.certificate().tolerance(), 1, 1, 1, 0, 0, false));
    }

    /** In the blocks of the race all widths do well, in those of the descent two do not. */
    @Test
    void a_winner_that_other_rows_do_not_confirm_makes_way_for_the_next_larger_finalist_that_they_do() {
        ToDoubleFunction<Genome> other = genome -> genome.architecture().depth() == 1 && width(genome) >= 32 ? 1 : 1.5;
        Race race = race(
                genome -> width(genome) == 64 ? 0.99 : 1, TWO_PERCENT, genome(8), genome(16), genome(32), genome(64));
        DescentResult result = descend(new SyntheticTrials(other, Scatter.NONE), TWO_PERCENT, race);
        assertThat(race.winner().genome()).isEqualTo(genome(8));
        assertThat(result.winner().genome()).isEqualTo(genome(32));
        assertThat(result.moves()).isEmpty();
    }

    @Test
    void a_finalist_that_is_out_never_takes_the_winners_place() {
        ToDoubleFunction<Genome> truth = genome -> width(genome) == 16 ? 1.5 : width(genome) == 64 ? 0.99 : 1;
        ToDoubleFunction<Genome> other = genome -> genome.architecture().depth() == 1 && width(genome) >= 16 ? 1 : 1.5;
        Race race = race(truth, TWO_PERCENT, genome(8), genome(16), genome(32), genome(64));
        DescentResult result = descend(new SyntheticTrials(other, Scatter.NONE), TWO_PERCENT, race);
        assertThat(race.winner().genome()).isEqualTo(genome(8));
        assertThat(result.moves().get(0).from()).isEqualTo(genome(32));
    }

    @Test
    void after_a_success_it_tries_two_rungs_then_one() {
        ToDoubleFunction<Genome> truth = genome -> genome.architecture().depth() == 1 && width(genome) >= 16 ? 1 : 1.5;
        DescentResult result = descend(truth, Scatter.NONE, genome(64));
        assertThat(result.moves()).extracting(DescentMove::rungs).containsExactly(1, 2, 2, 2, 1);
        assertThat(result.moves()).extracting(move -> width(move.to().genome())).containsExactly(54, 38, 27, 19, 16);
        assertThat(result.moves()).extracting(move -> width(move.from())).containsExactly(64, 54, 38, 27, 19);
    }

    @Test
    void of_several_good_neighbours_the_smallest_is_taken() {
        DescentResult result = descend(genome -> 1, Scatter.NONE, genome(64, 64));
        Genome smallest = NEIGHBOURHOOD.smaller(genome(64, 64), 1).stream()
                .map(Neighbourhood.Variant::genome)
                .min(Comparator.comparingLong(DescentFixtures::parameters))
                .orElseThrow();
        assertThat(result.moves().get(0).to().genome()).isEqualTo(smallest);
        assertThat(result.winner().genome()).isEqualTo(genome(4));
        assertThat(result.neighbours()).isEmpty();
    }

    @Test
    void there_are_at_most_twelve_moves() {
        DescentResult result = hundredSteps(DescentFixtures.ENDLESS);
        assertThat(result.moves()).hasSize(12);
        assertThat(result.winner().genome()).isEqualTo(genome(100 - 1 - 11 * 2));
        assertThat(result.certificate().withinTolerance()).isEqualTo(1);
    }

    /** Two steps of either length are refused after eleven moves; a neighbour is accepted then, and there is time again. */
    @Test
    void a_neighbour_that_is_accepted_as_the_twelfth_move_is_the_last() {
        AtomicInteger asked = new AtomicInteger();
        DescentResult result = hundredSteps((next, after) -> asked.incrementAndGet() < 12 || asked.get() > 13);
        assertThat(result.moves()).hasSize(12);
        assertThat(result.moves().get(11).rungs()).isEqualTo(1);
        assertThat(result.winner().genome()).isEqualTo(genome(100 - 1 - 10 * 2 - 1));
        assertThat(result.certificate().withinTolerance()).isEqualTo(1);
    }

    /** Descends from 100 units where all widths are equally good. */
    private static DescentResult hundredSteps(TimeLeft time) {
        SearchSpace fine = new SearchSpace(
                Ladder.of(1),
                Ladder.integers(1, 100, Ladder.Scale.LINEAR),
                Ladder.of(Activation.RELU),
                Ladder.of(0.0),
                Recipe.DEFAULT);
        Descent descent = new Descent(
                new Neighbourhood(fine, INPUTS, OUTPUTS, UnaryOperator.identity()),
                new SyntheticTrials(any -> 1, Scatter.NONE),
                TWO_PERCENT,
                1);
        return descent.run(race(any -> 1, TWO_PERCENT, genome(100)), time).orElseThrow();
    }

    @Test
    void neighbours_that_do_not_seem_good_enough_are_trained_no_further_until_they_are_the_last_winners() {
        ToDoubleFunction<Genome> truth = genome -> genome.architecture().depth() == 2 ? 1 : 1.5;
        SyntheticTrials trials = new SyntheticTrials(truth, new Scatter(0.01, 0, 20, 3));
        DescentResult result = descend(trials, TWO_PERCENT, race(truth, TWO_PERCENT, genome(10, 5)));
        int moves = result.moves().size();
        int neighbours =
                result.moves().stream().mapToInt(DescentMove::neighboursTested).sum();
        assertThat(moves).isGreaterThan(2);
        assertThat(result.winner().genome()).isEqualTo(genome(4, 4));
        assertThat(result.neighbours()).extracting(Neighbour::verdict).containsOnly(Verdict.SHOWN_WORSE);
        assertThat(trials.trained()).isLessThan(BLOCKS * neighbours);
    }

    /** Sixteen units are the least that do; the clock lets it go on for some questions. */
    @ParameterizedTest
    @CsvSource({"0, 54", "1, 45", "2, 32", "3, 23", "4, 16", "5, 16", "6, 16"})
    void where_time_is_short_it_tests_the_neighbours_of_where_it_stops_and_takes_one_that_is_accepted(
            int rounds, int width) {
        ToDoubleFunction<Genome> truth = genome -> genome.architecture().depth() == 1 && width(genome) >= 16 ? 1 : 1.5;
        List<List<Training>> asked = new ArrayList<>();
        TimeLeft time = (next, after) -> {
            asked.add(next);
            return asked.size() <= rounds;
        };
        DescentResult result = new Descent(NEIGHBOURHOOD, new SyntheticTrials(truth, Scatter.NONE), TWO_PERCENT, BLOCKS)
                .run(race(truth, TWO_PERCENT, genome(64)), time)
                .orElseThrow();
        boolean isAtItsEnd = rounds == 6;
        assertThat(result.winner().genome()).isEqualTo(genome(width));
        assertThat(result.certificate().isCut()).isEqualTo(!isAtItsEnd);
        assertThat(result.certificate().shownWorse()).isEqualTo(isAtItsEnd ? 1 : 0);
        assertThat(result.neighbours()).hasSize(isAtItsEnd ? 1 : 0);
        assertThat(result.enlargements()).isEmpty();
        assertThat(asked).doesNotContain(List.of());
    }

    @Test
    void where_there_is_time_for_all_but_the_larger_ones_the_certificate_is_whole() {
        ToDoubleFunction<Genome> truth = genome -> width(genome) >= 64 ? 1 : 1.5;
        TimeLeft time = (next, after) ->
                next.stream().noneMatch(training -> parameters(training.genome()) > parameters(genome(64)));
        DescentResult result = new Descent(NEIGHBOURHOOD, new SyntheticTrials(truth, Scatter.NONE), TWO_PERCENT, BLOCKS)
                .run(race(truth, TWO_PERCENT, genome(64)), time)
                .orElseThrow();
        assertThat(result.enlargements()).isEmpty();
        assertThat(result.certificate().isCut()).isFalse();
        assertThat(result.certificate().shownWorse()).isEqualTo(1);
    }

    /** Where fewer parameters always cost, the race and the descent find what enumeration finds. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 10, 20, 40})
    void without_noise_the_winner_is_the_smallest_of_the_space(double steepness) {
        ToDoubleFunction<Genome> truth = genome ->
                1 + steepness / parameters(genome) + (genome.architecture().depth() == 2 ? 0.5 : 0);
        Race race = race(truth, TWO_PERCENT, genome(64), genome(38), genome(4), genome(32, 8));
        Genome smallest = all().stream()
                .filter(genome -> truth.applyAsDouble(genome) - truth.applyAsDouble(genome(64)) <= race.tolerance())
                .min(Comparator.comparingLong(DescentFixtures::parameters))
                .orElseThrow();
        DescentResult result = descend(new SyntheticTrials(truth, Scatter.NONE), TWO_PERCENT, race);
        assertThat(result.winner().genome()).isEqualTo(smallest);
    }

    private static List<Genome> all() {
        List<Integer> rungs = SPACE.architectures().widths().first().rungs();
        List<Genome> all = new ArrayList<>();
        for (int first : rungs) {
            all.add(genome(first));
            rungs.forEach(second -> all.add(genome(first, second)));
        }
        return all;
    }

    @Test
    void with_noise_the_winner_is_hardly_ever_beyond_the_tolerance() {
        ToDoubleFunction<Genome> truth =
                genome -> 1 + 0.3 / width(genome) + (genome.architecture().depth() == 2 ? 0.5 : 0);
        long beyond = IntStream.range(0, 60)
                .filter(seed -> {
                    DescentResult result = descend(truth, new Scatter(0.05, 0, 200, seed), genome(64));
                    double worse = truth.applyAsDouble(result.winner().genome()) - truth.applyAsDouble(genome(64));
                    return worse > 1.25 * result.certificate().tolerance();
                })
                .count();
        assertThat(beyond).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void certificate_counts_what_its_neighbours_say(long seed) {
        ToDoubleFunction<Genome> truth = genome -> 1 + 30.0 / parameters(genome);
        DescentResult result = descend(truth, new Scatter(0.1, 0.01, 40, seed), genome(64, 64), genome(32));
        Certificate certificate = result.certificate();
        double tolerance = certificate.tolerance();
        assertThat(certificate.neighboursTested()).isEqualTo(result.neighbours().size());
        assertThat(certificate.moves()).isEqualTo(result.moves().size());
        assertThat(result.neighbours()).isNotEmpty().allSatisfy(neighbour -> {
            double difference = requireNonNull(neighbour.difference());
            double lower = difference - 1.6448536 * requireNonNull(neighbour.standardError());
            Verdict expected = lower > tolerance
                    ? Verdict.SHOWN_WORSE
                    : difference <= tolerance ? Verdict.WITHIN_TOLERANCE : Verdict.UNDECIDED;
            assertThat(neighbour.verdict()).isEqualTo(expected);
        });
        assertThat(count(result, Verdict.SHOWN_WORSE)).isEqualTo(certificate.shownWorse());
        assertThat(count(result, Verdict.UNDECIDED)).isEqualTo(certificate.undecided());
        assertThat(count(result, Verdict.WITHIN_TOLERANCE)).isEqualTo(certificate.withinTolerance());
        assertThat(result.enlargements())
                .isNotEmpty()
                .allMatch(each -> each.parameters() > result.winner().parameters());
    }

    private static int count(DescentResult result, Verdict verdict) {
        return (int) Stream.of(result)
                .flatMap(each -> each.neighbours().stream())
                .filter(neighbour -> neighbour.verdict() == verdict)
                .count();
    }

    @Test
    void neighbours_that_fail_are_shown_worse_and_not_taken() {
        SyntheticTrials trials =
                new SyntheticTrials(any -> 1, Scatter.NONE, (genome, block) -> width(genome) < 16 && block == 2);
        DescentResult result = descend(trials, TWO_PERCENT, race(any -> 1, TWO_PERCENT, genome(32)));
        assertThat(result.winner().genome()).isEqualTo(genome(16));
        assertThat(result.neighbours())
                .containsExactly(new Neighbour(
                        genome(13),
                        "layer 1 narrower: 16 -> 13",
                        parameters(genome(13)),
                        null,
                        null,
                        null,
                        Verdict.SHOWN_WORSE));
    }

    @Test
    void without_its_reference_there_is_no_descent() {
        SyntheticTrials trials = new SyntheticTrials(any -> 1, Scatter.NONE, (genome, block) -> width(genome) == 32);
        Race race = race(any -> 1, TWO_PERCENT, genome(32));
        assertThat(new Descent(NEIGHBOURHOOD, trials, TWO_PERCENT, BLOCKS).run(race, DescentFixtures.ENDLESS))
                .isEmpty();
    }

    /** Of four, the standard normal quantile at 1 − 0.5/4 is 1.1503; two hundredths are the tolerance. */
    @Test
    void the_more_neighbours_are_tested_the_surer_one_must_be() {
        Genome winner = genome(38, 38);
        Race race = race(any -> 1, TWO_PERCENT, winner);
        DescentResult unsure = descend(alternating(winner, 0.01, 0.01 / 1.14), TWO_PERCENT, race);
        assertThat(unsure.moves()).isEmpty();
        assertThat(unsure.neighbours())
                .hasSize(4)
                .extracting(Neighbour::verdict)
                .containsOnly(Verdict.WITHIN_TOLERANCE);
        DescentResult sure = descend(alternating(winner, 0.01, 0.01 / 1.16), TWO_PERCENT, race);
        assertThat(sure.moves()).extracting(DescentMove::neighboursTested).startsWith(4);
    }

    /** All but one genome differ from that one by as much in each block, with some standard error over all blocks. */
    private static BlockTrials alternating(Genome reference, double difference, double error) {
        double deviation = error * Math.sqrt(4 * BLOCKS - 1);
        float high = (float) (1 + difference + deviation);
        float low = (float) (1 + difference - deviation);
        BlockOutcome usual = SyntheticTrials.block(1, 1, 1, 1);
        BlockOutcome other = SyntheticTrials.block(high, low, high, low);
        return (genomes, block) -> Maps.toMap(genomes, genome -> genome.equals(reference) ? usual : other);
    }

    /** In the race, the one that comes first is not good enough, but not surely; in the descent it is as good. */
    @Test
    void it_begins_at_the_winner_and_not_at_a_finalist_of_equal_size_before_it() {
        Recipe faster = new Recipe(Optimizer.ADAM, 2e-3, 128);
        List<Genome> byKey = Stream.of(genome(64), new Genome(genome(64).architecture(), faster))
                .sorted(Comparator.comparing(Genome::key))
                .toList();
        Race race = race(alternating(byKey.get(1), 0.03, 0.006), TWO_PERCENT, byKey);
        assertThat(race.finalists())
                .extracting(Finalist::verdict)
                .containsExactly(Finalist.Verdict.UNDECIDED, Finalist.Verdict.IN);
        assertThat(race.winner().genome()).isEqualTo(byKey.get(1));
        ToDoubleFunction<Genome> truth = genome -> width(genome) == 64 ? 1 : 1.5;
        DescentResult result = descend(new SyntheticTrials(truth, Scatter.NONE), TWO_PERCENT, race);
        assertThat(result.winner().genome()).isEqualTo(byKey.get(1));
    }

    @Test
    void certificate_that_does_not_add_up_is_refused() {
        assertThatThrownBy(() -> new Certificate(0.1, 1, 3, 1, 1, 0, false))
                .hasMessage("1, 1 and 0 must sum up to 3 neighbours");
        assertThatThrownBy(() -> new Certificate(0.1, 1, 2, 1, 1, 0, true))
                .hasMessage("without time there must be no neighbours, but were 2");
    }
}
