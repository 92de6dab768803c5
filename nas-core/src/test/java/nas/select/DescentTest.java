package nas.select;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nas.select.Neighbour.Verdict;
import nas.select.SyntheticTrials.Noise;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.trial.LeadingMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTest {
    private static final WinnerRule TWO_PERCENT = new WinnerRule.Within(0.02);
    private static final int INPUTS = 12;
    private static final int OUTPUTS = 4;
    private static final int BLOCKS = 3;

    /** One or two layers of 4 to 64 units. */
    private static final SearchSpace SPACE = new SearchSpace(
            new Ladder<>(List.of(1, 2)),
            Ladder.integers(4, 64, Ladder.Scale.LOG),
            Ladder.of(Activation.RELU),
            Ladder.of(0.0),
            Recipe.DEFAULT);

    private static final Neighbourhood NEIGHBOURHOOD =
            new Neighbourhood(SPACE, INPUTS, OUTPUTS, UnaryOperator.identity());

    private static Genome genome(int... units) {
        List<HiddenLayer> layers = IntStream.of(units)
                .mapToObj(width -> new HiddenLayer(width, Activation.RELU, 0))
                .toList();
        return new Genome(new Architecture(layers), Recipe.DEFAULT);
    }

    private static long parameters(Genome genome) {
        return genome.parameters(INPUTS, OUTPUTS);
    }

    private static int width(Genome genome) {
        return genome.architecture().units().get(0);
    }

    private static Race race(ToDoubleFunction<Genome> truth, WinnerRule rule, Genome... finalists) {
        return new Racing(new SyntheticTrials(truth, Noise.NONE), DescentTest::parameters, rule, BLOCKS)
                .run(List.of(finalists))
                .orElseThrow();
    }

    private static DescentResult descend(BlockTrials trials, WinnerRule rule, Race race) {
        return new Descent(NEIGHBOURHOOD, trials, rule, BLOCKS).run(race).orElseThrow();
    }

    private static DescentResult descend(ToDoubleFunction<Genome> truth, Noise noise, Genome... finalists) {
        return descend(new SyntheticTrials(truth, noise), TWO_PERCENT, race(truth, TWO_PERCENT, finalists));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 16, 38, 54})
    void without_noise_it_stops_where_the_loss_rises(int least) {
        ToDoubleFunction<Genome> truth =
                genome -> genome.architecture().depth() == 1 && width(genome) >= least ? 1 : 1.5;
        DescentResult result = descend(truth, Noise.NONE, genome(64));
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
        DescentResult result = descend(truth, Noise.NONE, genome(64));
        assertThat(result.winner().genome()).isEqualTo(genome(54));
        assertThat(result.certificate())
                .isEqualTo(new Certificate(result.certificate().tolerance(), 1, 1, 1, 0, 0));
    }

    /** In the blocks of the race all widths do well, in those of the descent two do not. */
    @Test
    void a_winner_that_other_rows_do_not_confirm_makes_way_for_the_next_larger_finalist_that_they_do() {
        ToDoubleFunction<Genome> other = genome -> genome.architecture().depth() == 1 && width(genome) >= 32 ? 1 : 1.5;
        Race race = race(
                genome -> width(genome) == 64 ? 0.99 : 1, TWO_PERCENT, genome(8), genome(16), genome(32), genome(64));
        DescentResult result = descend(new SyntheticTrials(other, Noise.NONE), TWO_PERCENT, race);
        assertThat(race.winner().genome()).isEqualTo(genome(8));
        assertThat(result.winner().genome()).isEqualTo(genome(32));
        assertThat(result.moves()).isEmpty();
    }

    @Test
    void after_a_success_it_tries_two_rungs_then_one() {
        ToDoubleFunction<Genome> truth = genome -> genome.architecture().depth() == 1 && width(genome) >= 16 ? 1 : 1.5;
        DescentResult result = descend(truth, Noise.NONE, genome(64));
        assertThat(result.moves()).extracting(Move::rungs).containsExactly(1, 2, 2, 2, 1);
        assertThat(result.moves()).extracting(move -> width(move.to().genome())).containsExactly(54, 38, 27, 19, 16);
        assertThat(result.moves()).extracting(move -> width(move.from())).containsExactly(64, 54, 38, 27, 19);
    }

    @Test
    void of_several_good_neighbours_the_smallest_is_taken() {
        DescentResult result = descend(genome -> 1, Noise.NONE, genome(64, 64));
        Genome smallest = NEIGHBOURHOOD.smaller(genome(64, 64), 1).stream()
                .map(Neighbourhood.Variant::genome)
                .min(Comparator.comparingLong(DescentTest::parameters))
                .orElseThrow();
        assertThat(result.moves().get(0).to().genome()).isEqualTo(smallest);
        assertThat(result.winner().genome()).isEqualTo(genome(4));
        assertThat(result.neighbours()).isEmpty();
    }

    @Test
    void there_are_at_most_twelve_moves() {
        SearchSpace fine = new SearchSpace(
                Ladder.of(1),
                Ladder.integers(1, 100, Ladder.Scale.LINEAR),
                Ladder.of(Activation.RELU),
                Ladder.of(0.0),
                Recipe.DEFAULT);
        Descent descent = new Descent(
                new Neighbourhood(fine, INPUTS, OUTPUTS, UnaryOperator.identity()),
                new SyntheticTrials(any -> 1, Noise.NONE),
                TWO_PERCENT,
                1);
        DescentResult result =
                descent.run(race(any -> 1, TWO_PERCENT, genome(100))).orElseThrow();
        assertThat(result.moves()).hasSize(12);
        assertThat(result.winner().genome()).isEqualTo(genome(100 - 1 - 11 * 2));
        assertThat(result.certificate().withinTolerance()).isEqualTo(1);
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
                .min(Comparator.comparingLong(DescentTest::parameters))
                .orElseThrow();
        DescentResult result = descend(new SyntheticTrials(truth, Noise.NONE), TWO_PERCENT, race);
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
                    DescentResult result = descend(truth, new Noise(0.05, 0, 200, seed), genome(64));
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
        DescentResult result = descend(truth, new Noise(0.1, 0.01, 40, seed), genome(64, 64), genome(32));
        Certificate certificate = result.certificate();
        double tolerance = certificate.tolerance();
        assertThat(certificate.neighboursTested()).isEqualTo(result.neighbours().size());
        assertThat(certificate.moves()).isEqualTo(result.moves().size());
        assertThat(result.neighbours()).allSatisfy(neighbour -> {
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
                new SyntheticTrials(any -> 1, Noise.NONE, (genome, block) -> width(genome) < 16 && block == 2);
        DescentResult result = descend(trials, TWO_PERCENT, race(any -> 1, TWO_PERCENT, genome(32)));
        assertThat(result.winner().genome()).isEqualTo(genome(16));
        assertThat(result.neighbours())
                .containsExactly(new Neighbour(
                        genome(13),
                        "layer 1 narrower: 16 -> 13",
                        parameters(genome(13)),
                        null,
                        null,
                        Verdict.SHOWN_WORSE));
    }

    @Test
    void without_its_reference_there_is_no_descent() {
        SyntheticTrials trials = new SyntheticTrials(any -> 1, Noise.NONE, (genome, block) -> width(genome) == 32);
        Race race = race(any -> 1, TWO_PERCENT, genome(32));
        assertThat(new Descent(NEIGHBOURHOOD, trials, TWO_PERCENT, BLOCKS).run(race))
                .isEmpty();
    }

    @Test
    void threshold_is_what_neighbours_must_reach() {
        WinnerRule reach = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);
        ToDoubleFunction<Genome> truth =
                genome -> genome.architecture().depth() == 1 && width(genome) >= 19 ? 0.1 : 0.4;
        Noise noise = new Noise(0, 0, 2_000, 1);
        DescentResult result = descend(new SyntheticTrials(truth, noise), reach, race(truth, reach, genome(64)));
        assertThat(result.winner().genome()).isEqualTo(genome(19));
        assertThat(result.neighbours()).extracting(Neighbour::verdict).containsExactly(Verdict.SHOWN_WORSE);
        assertThat(result.certificate().tolerance()).isZero();
    }

    @Test
    void certificate_that_does_not_add_up_is_refused() {
        assertThatThrownBy(() -> new Certificate(0.1, 1, 3, 1, 1, 0))
                .hasMessage("1, 1 and 0 must sum up to 3 neighbours");
    }
}
