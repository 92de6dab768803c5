package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said beside the rule that a value breaks. */
class MeantTest {
    private static final String IRIS = "data: {source: iris}\n";
    private static final String SPACE = "space: {layers: 1, units: 4}\n";
    private static final String OPTIMIZERS = "one of sgd, nesterov, adam, nadam, rmsprop, adamax";

    @TempDir
    private Path folder;

    private SpecFile file;

    @BeforeEach
    void place_the_file() {
        file = new SpecFile(folder);
    }

    @Test
    void integers_written_as_numbers_are_told_how_to_write_them() {
        String rule = "3:22: search.population must be an integer, but was ";
        assertRefused(IRIS + SPACE + "search: {population: 1e5}", rule + "1e5; did you mean '100000'?");
        assertRefused(IRIS + SPACE + "search: {population: 8.0}", rule + "8.0; did you mean '8'?");
        assertRefused(IRIS + SPACE + "search: {population: 1e99}", rule + "1e99");
    }

    @Test
    void every_wrong_value_of_a_list_is_told() {
        assertThat(file.refusal(IRIS + "space: {layers: 1, units: [x, 8, 8, 0]}"))
                .isEqualTo("""
                        x.yaml:2:28: space.units must be an integer, but was x
                        x.yaml:2:34: space.units has 8 twice
                        x.yaml:2:37: space.units must be >= 1, but was 0\
                        """);
    }

    @Test
    void several_values_are_told_how_to_write_them() {
        String units = "3:10: space.units must be an integer, a list or a range, but was ";
        String space = IRIS + "space:\n  units: ";
        assertRefused(space + "4-64", units + "4-64; did you mean '{min: 4, max: 64}'?");
        assertRefused(space + "4 to 64", units + "4 to 64; did you mean '{min: 4, max: 64}'?");
        assertRefused(space + "4, 8", units + "4, 8; did you mean '[4, 8]'?");
        assertRefused(space + "a-b", units + "a-b");
        assertRefused(
                IRIS + "training: {optimizer: 'adam,sgd'}",
                "2:23: training.optimizer must be a list of words or " + OPTIMIZERS
                        + ", but was the text \"adam,sgd\"; did you mean '[adam, sgd]'?");
        assertRefused(
                IRIS + "training:\n  learning_rate: 0,01\n",
                "3:18: training.learning_rate must be a number, a list, a range or auto, but was 0,01;"
                        + " did you mean '0.01'?");
    }

    @Test
    void shares_without_their_sign_are_told_of_it() {
        assertRefused(
                IRIS + "space: {dropout: 50}", "2:18: space.dropout must be < 1, but was 50; did you mean '50%'?");
        assertRefused(IRIS + "space: {dropout: 1e1}", "2:18: space.dropout must be < 1, but was 1e1");
        assertRefused(IRIS + "space: {dropout: 200}", "2:18: space.dropout must be < 1, but was 200");
    }

    private void assertRefused(String yaml, String message) {
        assertThat(file.refusal(yaml)).isEqualTo("x.yaml:" + message);
    }
}
