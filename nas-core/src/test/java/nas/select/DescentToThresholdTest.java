package nas.select;

import static nas.select.DescentFixtures.BLOCKS;
import static nas.select.DescentFixtures.INPUTS;
import static nas.select.DescentFixtures.OUTPUTS;
import static nas.select.DescentFixtures.descend;
import static nas.select.DescentFixtures.genome;
import static nas.select.DescentFixtures.race;
import static nas.select.DescentFixtures.width;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import nas.select.Neighbour.Verdict;
import nas.select.SyntheticTrials.Scatter;
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

/** Descents in which a network must reach an accuracy of 0.9. */
class DescentToThresholdTest {
    private static final WinnerRule REACH = new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.9);

    @Test
    void threshold_is_what_neighbours_must_reach() {
        ToDoubleFunction<Genome> truth =
                genome -> genome.architecture().depth() == 1 && width(genome) >= 19 ? 0.1 : 0.4;
        Scatter scatter = new Scatter(0, 0, 2_000, 1);
        DescentResult result = descend(new SyntheticTrials(truth, scatter), REACH, race(truth, REACH, genome(64)));
        assertThat(result.winner().genome()).isEqualTo(genome(19));
        assertThat(result.neighbours()).extracting(Neighbour::verdict).containsExactly(Verdict.SHOWN_WORSE);
        assertThat(result.certificate().tolerance()).isZero();
    }

    /** Of 600 rows, two hundredths are what 95 % confidence asks for. */
    @Test
    void threshold_must_be_reached_surely_even_by_a_lone_neighbour() {
        DescentResult unsure = reaching(genome(64), 0.918);
        assertThat(unsure.moves()).isEmpty();
        assertThat(unsure.neighbours()).extracting(Neighbour::verdict).containsExactly(Verdict.WITHIN_TOLERANCE);
        assertThat(unsure.neighbours()).extracting(Neighbour::metric).allSatisfy(metric -> {
            assertThat(metric.metric()).isEqualTo(LeadingMetric.ACCURACY);
            assertThat(metric.value()).isCloseTo(0.918, within(1e-12));
            assertThat(metric.margin()).isCloseTo(0.0201, within(1e-4));
        });
        DescentResult sure = reaching(genome(64), 0.922);
        assertThat(sure.moves()).extracting(DescentMove::neighboursTested).startsWith(1);
    }

    /** Of 16 neighbours the confidence is 0.96875, which asks for 0.0228; 95 % would ask for 0.0201. */
    @Test
    void threshold_must_be_reached_more_surely_by_many_neighbours() {
        HiddenLayer layer = new HiddenLayer(38, Activation.RELU, 0.2);
        Genome winner = new Genome(new Architecture(Collections.nCopies(4, layer)), Recipe.DEFAULT);
        assertThat(reaching(winner, 0.922).moves()).isEmpty();
        assertThat(reaching(winner, 0.924).moves())
                .extracting(DescentMove::neighboursTested)
                .startsWith(16);
    }

    /** Descends from a genome that surely reaches the threshold, by neighbours of some accuracy. */
    private static DescentResult reaching(Genome winner, double accuracy) {
        SearchSpace deep = new SearchSpace(
                Ladder.integers(1, 4, Ladder.Scale.LINEAR),
                Ladder.integers(4, 64, Ladder.Scale.LOG),
                Ladder.of(Activation.RELU),
                new Ladder<>(List.of(0.0, 0.2)),
                Recipe.DEFAULT);
        Neighbourhood neighbourhood = new Neighbourhood(deep, INPUTS, OUTPUTS, UnaryOperator.identity());
        BlockTrials trials = new ExactTrials(any -> 1, genome -> genome.equals(winner) ? 0.99 : accuracy, 200);
        return new Descent(neighbourhood, trials, REACH, BLOCKS)
                .run(race(trials, REACH, List.of(winner)), DescentFixtures.ENDLESS)
                .orElseThrow();
    }

    /** In the blocks of the descent neither the winner nor the reference, smaller or larger, reaches the threshold. */
    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void reference_that_misses_the_threshold_does_not_take_the_winners_place(int width) {
        Race race = reached(width);
        DescentResult result =
                descend(new ExactTrials(any -> 1, genome -> width(genome) == 32 ? 0.85 : 0.8, 1_000), REACH, race);
        assertThat(result.reference().genome()).isEqualTo(genome(width));
        assertThat(result.winner().genome()).isEqualTo(genome(32));
        assertThat(result.moves()).isEmpty();
    }

    @Test
    void larger_finalist_that_reaches_the_threshold_takes_the_winners_place() {
        DescentResult result = descend(
                new ExactTrials(any -> 1, genome -> width(genome) == 64 ? 0.95 : 0.8, 1_000), REACH, reached(64));
        assertThat(result.winner().genome()).isEqualTo(genome(64));
    }

    /** In the blocks of the descent a larger one seems to reach it; that it does has not been shown in the race. */
    @Test
    void where_nothing_has_reached_the_threshold_it_begins_with_the_nearest() {
        ToDoubleFunction<Genome> accuracy = genome -> width(genome) == 32 ? 0.89 : 0.885;
        Race race = race(new ExactTrials(any -> 1, accuracy, 200), REACH, List.of(genome(32), genome(64)));
        DescentResult result =
                descend(new ExactTrials(any -> 1, genome -> width(genome) == 64 ? 0.95 : 0.8, 1_000), REACH, race);
        assertThat(race.isMet()).isFalse();
        assertThat(result.winner().genome()).isEqualTo(genome(32));
    }

    /** Returns a race that 32 units have won, with a reference of so many. */
    private static Race reached(int width) {
        BlockTrials trials = new ExactTrials(
                genome -> width(genome) == width ? 1 : 1.1, genome -> width(genome) >= 32 ? 0.97 : 0.8, 1_000);
        Race race = race(trials, REACH, List.of(genome(32), genome(width)));
        assertThat(race.winner().genome()).isEqualTo(genome(32));
        assertThat(race.isMet()).isTrue();
        return race;
    }

    @Test
    void neighbours_whose_metric_is_not_known_are_undecided() {
        WinnerRule balanced = new WinnerRule.Reach(LeadingMetric.BALANCED_ACCURACY, 0.9);
        Race race = race(any -> 1, balanced, genome(38, 38));
        DescentResult result = descend(new SyntheticTrials(any -> 1, Scatter.NONE), balanced, race);
        assertThat(result.winner().genome()).isEqualTo(genome(38, 38));
        assertThat(result.certificate()).isEqualTo(new Certificate(0, 0, 4, 0, 4, 0, false));
    }
}
