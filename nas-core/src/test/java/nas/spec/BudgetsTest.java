package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import nas.data.Task;
import nas.run.FinalistSettings;
import nas.run.RungSettings;
import nas.run.SearchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long networks are trained: {@code search.rungs} and {@code finalists}, and what follows from what is not said. */
class BudgetsTest {
    /** A batch of 128 rows makes 422 steps an epoch. */
    private static final DataShape IMAGES = new DataShape(54_000, 784, 10, Task.CLASSIFICATION, 1);

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void what_is_not_said_suits_the_data() {
        assertThat(settings("").rungs()).isEqualTo(new RungSettings(List.of(1, 3, 9), List.of(1 / 2.0, 1 / 3.0)));
        assertThat(settings("").finalists()).isEqualTo(new FinalistSettings(8, 5, 30));
    }

    @Test
    void batches_decide_how_many_steps_an_epoch_has() {
        assertThat(settings("training: {batch_size: 64}").rungs().epochs()).containsExactly(1, 2, 5);
    }

    @Test
    void shares_are_fractions_percentages_or_numbers() {
        assertThat(settings("search: {rungs: {epochs: [1, 2, 3, 4, 5], keep: [1/3, \"2/3\", 25%, 1]}}")
                        .rungs()
                        .keep())
                .containsExactly(1 / 3.0, 2 / 3.0, 0.25, 1.0);
    }

    @Test
    void a_half_goes_on_first_and_then_a_third_each_time() {
        assertThat(settings("search: {rungs: {epochs: [1, 2, 4, 8]}}").rungs().keep())
                .containsExactly(1 / 2.0, 1 / 3.0, 1 / 3.0);
        assertThat(settings("search: {rungs: {epochs: 4}}").rungs().keep()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'[1, 3]', 30", "'[10, 30]', 30", "'[10, 40]', 40"})
    void finalists_train_at_least_as_long_as_the_highest_rung(String rungs, int epochs) {
        assertThat(settings("search: {rungs: {epochs: " + rungs + "}}")
                        .finalists()
                        .epochs())
                .isEqualTo(epochs);
    }

    @Test
    void rungs_are_below_the_epochs_of_finalists() {
        SearchSettings settings = settings("finalists: {epochs: 100}");
        assertThat(settings.rungs().epochs()).containsExactly(3, 10, 30);
        assertThat(settings("finalists: {epochs: 1}").rungs()).isEqualTo(RungSettings.of(1));
    }

    private SearchSettings settings(String line) {
        return file.read("data: {source: iris}\n" + line).settings(IMAGES);
    }
}
