package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.evolve.OperatorRates;
import nas.evolve.StartGenomes;
import nas.evolve.StrategyKind;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** On one hidden layer of 1 to 100 units between 2 inputs and 1 output: 4 parameters for each unit, and one more. */
class SpaceSurveyTest {
    private static final SearchSpace SPACE = new SearchSpace(
            Ladder.of(1),
            Ladder.integers(1, 100, Ladder.Scale.LINEAR),
            Ladder.of(Activation.RELU),
            Ladder.of(0.0),
            Recipe.DEFAULT);

    @Test
    void quantiles_are_those_of_even_draws() {
        List<Long> quantiles = survey(null).quantiles();
        long[] expected = {21, 101, 201, 301, 381};
        for (int i = 0; i < expected.length; i++) {
            assertThat(quantiles.get(i)).isBetween(expected[i] - 16, expected[i] + 16);
        }
    }

    @Test
    void quantiles_are_sizes_within_which_such_a_share_of_the_drawn_genomes_is() {
        SpaceSurvey survey = survey(null);
        for (int i = 0; i < SpaceSurvey.PERCENTS.size(); i++) {
            long quantile = survey.quantiles().get(i);
            double wanted = SpaceSurvey.PERCENTS.get(i) / 100.0;
            assertThat(survey.shareOfRepaired(genome -> survey.parameters(genome) <= quantile))
                    .isGreaterThanOrEqualTo(wanted);
            assertThat(survey.shareOfRepaired(genome -> survey.parameters(genome) < quantile))
                    .isLessThan(wanted);
        }
    }

    @Test
    void sizes_range_from_the_smallest_to_the_largest_whatever_the_limit() {
        SpaceSurvey survey = survey(41L);
        assertThat(survey.parameters(survey.smallest())).isEqualTo(5);
        assertThat(survey.parameters(survey.largest())).isEqualTo(401);
    }

    @Test
    void what_is_over_the_limit_is_counted_before_it_is_made_smaller() {
        SpaceSurvey survey = survey(81L);
        assertThat(survey.shareOverLimit().orElseThrow()).isBetween(0.78, 0.82);
        assertThat(survey.shareOfRepaired(genome -> survey.parameters(genome) > 81))
                .isZero();
    }

    @Test
    void without_a_limit_there_is_no_share_over_it() {
        assertThat(survey(null).shareOverLimit()).isEmpty();
    }

    @Test
    void a_search_looks_at_no_more_genomes_than_there_are() {
        assertThat(survey(null).genomes()).isEqualTo(100);
        assertThat(survey(null).proposed()).isEqualTo(240);
        assertThat(survey(null).measured()).isEqualTo(100);
    }

    /** Rules of thumb ask for more networks than the population has. */
    @Test
    void what_is_tried_first_may_be_more_than_a_population() {
        long first = new StartGenomes(SPACE, genome -> genome, 2, 1)
                .proposals(List.of(), true)
                .size();
        assertThat(first).isGreaterThan(2);
        assertThat(survey(null, new EvolutionSettings(2, 5, 5)).proposed()).isEqualTo(first + 4 * 2);
    }

    @Test
    void halving_proposes_one_network_a_generation() {
        EvolutionSettings halving = new EvolutionSettings(StrategyKind.HALVING, 12, 20, 5, OperatorRates.DEFAULT);
        assertThat(survey(null, halving).proposed()).isEqualTo(20);
        assertThat(survey(null, halving).measured()).isEqualTo(20);
        assertThat(survey(null, halving).generationSize()).isEqualTo(1);
        assertThat(survey(null).generationSize()).isEqualTo(12);
    }

    private static SpaceSurvey survey(@Nullable Long maxParams) {
        return survey(maxParams, new EvolutionSettings(12, 20, 5));
    }

    private static SpaceSurvey survey(@Nullable Long maxParams, EvolutionSettings evolution) {
        ObjectiveSettings objective = new ObjectiveSettings(0.02, 0.02, maxParams);
        return new SpaceSurvey(
                new SearchSettings(
                        SPACE,
                        objective,
                        evolution,
                        42,
                        RungSettings.of(3),
                        new FinalistSettings(3, 2, 3),
                        StartSettings.DEFAULT),
                2,
                1);
    }
}
