package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nas.journal.JournalFixtures;
import nas.journal.JournalRecord.Stop;
import nas.journal.RunHistory;
import nas.select.Certificate;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import nas.trial.LeadingMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches of fewer networks than a population, or the finalists, could hold. */
class SmallSpaceTest {
    @TempDir
    Path temporary;

    @Test
    void a_space_of_one_network_ends_with_it() {
        RunHistory history = search(space(List.of(1), List.of(8)), new WinnerRule.Within(0.02));
        assertThat(winnersUnits(history)).containsExactly(8);
        assertThat(certificate(history).neighboursTested()).isZero();
        assertThat(history.winner().orElseThrow().stop()).isEqualTo(Stop.EXHAUSTED);
    }

    /** Of 4, 8 and 16 units the formula gives up more than 2 % for each step down. */
    @Test
    void a_space_smaller_than_population_and_finalists_is_searched_whole() {
        RunHistory history = search(space(List.of(0, 1), List.of(4, 8, 16)), new WinnerRule.Within(0.02));
        assertThat(history.concluded().orElseThrow().race().finalists()).hasSize(4);
        assertThat(winnersUnits(history)).containsExactly(16);
        assertThat(certificate(history))
                .isEqualTo(new Certificate(certificate(history).tolerance(), 0, 2, 2, 0, 0, false));
        assertThat(history.winner().orElseThrow().stop()).isEqualTo(Stop.EXHAUSTED);
    }

    @Test
    void where_nothing_reaches_the_threshold_the_nearest_is_the_answer() {
        RunHistory history =
                search(space(List.of(0, 1), List.of(4, 8)), new WinnerRule.Reach(LeadingMetric.ACCURACY, 0.99));
        assertThat(history.end().orElseThrow().isFailed()).isFalse();
        assertThat(history.answer().orElseThrow().sentence())
                .contains("nothing surely reaches accuracy 0.99; the nearest is 8 ");
    }

    private RunHistory search(SearchSpace space, WinnerRule rule) {
        SearchSettings settings = new SearchSettings(
                space,
                new ObjectiveSettings(0.02, rule, null),
                new EvolutionSettings(40, 6, 5),
                3,
                RungSettings.of(2),
                new FinalistSettings(8, 3, 2),
                StartSettings.DEFAULT);
        return FakeRun.in(temporary.resolve("run"))
                .with(JournalFixtures.header(rule))
                .with(settings)
                .begin(FakeEvaluator.ofFormula())
                .history();
    }

    private static List<Integer> winnersUnits(RunHistory history) {
        return history.answer().orElseThrow().winner().genome().architecture().units();
    }

    private static Certificate certificate(RunHistory history) {
        return history.concluded().orElseThrow().descent().orElseThrow().certificate();
    }

    private static SearchSpace space(List<Integer> depths, List<Integer> units) {
        return new SearchSpace(
                new Ladder<>(depths), new Ladder<>(units), Ladder.of(Activation.TANH), Ladder.of(0.0), Recipe.DEFAULT);
    }
}
