package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nas.journal.DataSummary;
import nas.select.WinnerRule;
import nas.space.Activation;
import nas.space.Genome;
import nas.space.Ladder;
import nas.space.Recipe;
import nas.space.SearchSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConclusionTest {
    private static final DataSummary PICTURES =
            new DataSummary("pictures", "classification", 784, 10, new DataSummary.Rows(100, 30, 20), "abc", 0);

    @Test
    void linear_model_and_smallest_network_are_always_finalists() {
        assertThat(always(null))
                .extracting(genome -> genome.architecture().units())
                .containsExactly(List.of(), List.of(4));
    }

    @Test
    void a_linear_model_over_the_parameter_limit_is_no_finalist() {
        assertThat(always(5_000L))
                .extracting(genome -> genome.architecture().units())
                .containsExactly(List.of(4));
    }

    private static List<Genome> always(@Nullable Long maxParams) {
        SearchSpace space = new SearchSpace(
                Ladder.integers(0, 1, Ladder.Scale.LINEAR),
                Ladder.integers(4, 64, Ladder.Scale.LOG),
                Ladder.of(Activation.RELU),
                Ladder.of(0.0),
                Recipe.DEFAULT);
        SearchSettings settings = new SearchSettings(
                space, new ObjectiveSettings(0.02, 0.02, maxParams), new EvolutionSettings(8, 4, 3), 1, 2);
        return new Conclusion.Question(
                        settings,
                        PICTURES,
                        new WinnerRule.Within(0.02),
                        Search.budget(settings, PICTURES.inputs(), PICTURES.outputs())::repair)
                .always();
    }
}
