package nas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nas.journal.DataSummary;
import nas.journal.JournalFixtures;
import nas.select.Assessed;
import nas.select.Neighbourhood;
import nas.select.Selection;
import nas.select.WinnerRule;
import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.Measures;
import org.junit.jupiter.api.Test;

/** Four generations, then blocks of finalists and of the descent, then five final trainings. */
class ForecastTest {
    private static final DataSummary DATA = JournalFixtures.HEADER.data();
    private static final WinnerRule RULE = new WinnerRule.Within(0.02);
    private static final Optional<Selection> SELECTION = Selection.of(
            List.of(Assessed.of(
                    RandomGenomes.uniform(1, 8),
                    new Measures(0.5, 0.01, 1.1, 0.9, null, 30, Map.of(Measures.LOG_LOSS, 0.5)),
                    4,
                    3)),
            RULE);
    private static final double WINNER = Work.of(RandomGenomes.uniform(1, 8).parameters(4, 3), 4, 2);

    private final Forecast forecast = forecast(FakeRun.SETTINGS, DATA);

    @Test
    void generations_are_like_those_before_and_that_under_way_counts_for_what_is_left_of_it() {
        assertThat(forecast.left(Progress.Phase.SEARCH, Optional.empty(), 60)).isZero();
        forecast.generationEnded(120);
        assertThat(forecast.left(Progress.Phase.SEARCH, Optional.empty(), 120)).isEqualTo(3 * 120);
        assertThat(forecast.left(Progress.Phase.SEARCH, Optional.empty(), 150)).isEqualTo(3 * 120 - 30);
        assertThat(forecast.left(Progress.Phase.SEARCH, Optional.empty(), 999)).isEqualTo(2 * 120);
        forecast.generationEnded(200);
        assertThat(forecast.generation()).isEqualTo(100);
        assertThat(forecast.left(Progress.Phase.SEARCH, Optional.empty(), 200)).isEqualTo(2 * 100);
    }

    @Test
    void the_end_follows_the_last_generation() {
        for (int generation = 1; generation <= 4; generation++) {
            forecast.generationEnded(100 * generation);
        }
        double end = forecast.end(SELECTION);
        assertThat(end).isPositive();
        assertThat(forecast.left(Progress.Phase.SEARCH, SELECTION, 400)).isEqualTo(end);
        assertThat(forecast.left(Progress.Phase.FINALISTS, SELECTION, 410)).isCloseTo(end - 10, within(1e-6));
    }

    @Test
    void phases_that_have_ended_are_left_out() {
        forecast.generationEnded(100);
        // one network on the front and two always: three, in two blocks
        double finalists = 3 * 2 * WINNER;
        double end = forecast.end(SELECTION);
        forecast.phaseEnded(1_000);
        assertThat(forecast.left(Progress.Phase.DESCENT, SELECTION, 1_000)).isCloseTo(end - finalists, within(1e-6));
        assertThat(forecast.left(Progress.Phase.DESCENT, SELECTION, 1_010))
                .isCloseTo(end - finalists - 10, within(1e-6));
        forecast.phaseEnded(2_000);
        assertThat(forecast.left(Progress.Phase.FINAL, SELECTION, 2_000)).isCloseTo(5 * WINNER, within(1e-6));
        assertThat(forecast.left(Progress.Phase.FINAL, SELECTION, 2_000 + WINNER))
                .isCloseTo(4 * WINNER, within(1e-6));
        assertThat(forecast.left(Progress.Phase.FINAL, SELECTION, 1e12)).isZero();
    }

    /** Reference and winner, the winner's neighbours, and those of two steps before; two blocks of each. */
    @Test
    void a_descent_takes_the_longer_the_more_neighbours_a_winner_has() {
        Genome winner = SELECTION.orElseThrow().winner().genome();
        int neighbours = new Neighbourhood(RandomGenomes.SPACE, 4, 3, UnaryOperator.identity())
                .smaller(winner, 1)
                .size();
        assertThat(neighbours).isPositive();
        forecast.generationEnded(100);
        forecast.phaseEnded(1_000);
        double descent = forecast.left(Progress.Phase.DESCENT, SELECTION, 1_000) - 5 * WINNER;
        assertThat(descent).isCloseTo(2 * (2 + 3 * neighbours) * WINNER, within(1e-6));
    }

    @Test
    void there_are_no_more_blocks_than_the_rows_can_be_divided_into() {
        DataSummary few = DATA.withRowTraits(false, false, 2);
        assertThat(forecast(blocks(5), few).end(SELECTION))
                .isEqualTo(forecast(blocks(2), few).end(SELECTION))
                .isLessThan(forecast(blocks(5), DATA).end(SELECTION));
    }

    private static SearchSettings blocks(int blocks) {
        SearchSettings settings = FakeRun.SETTINGS;
        return new SearchSettings(
                settings.space(),
                settings.objective(),
                settings.evolution(),
                settings.seed(),
                settings.rungs(),
                new FinalistSettings(3, blocks, 2),
                settings.start());
    }

    private static Forecast forecast(SearchSettings settings, DataSummary data) {
        return new Forecast(new Conclusion.Question(settings, data, RULE, UnaryOperator.identity()), 5);
    }
}
