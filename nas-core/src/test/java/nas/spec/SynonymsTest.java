package nas.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "training, lr, learning_rate",
        "training, solver, optimizer",
        "training, lr-scheduler, schedule",
        "training, Kernel_Initializer, initialisation",
        "space, hidden_layers, layers",
        "space, neurons, units",
        "space, dropout_rate, dropout",
        "search, pop_size, population",
        "data, sep, delimiter",
        "data, class_weight, weights"
    })
    void keys_of_other_tools_are_known(String section, String written, String ours) {
        assertThat(refusal(section, written, "1"))
                .containsPattern("unknown key " + section + "\\." + written + " [^;]*; did you mean '" + ours + "'\\?");
    }

    @ParameterizedTest
    @CsvSource({
        "training, optimizer, momentum, nesterov",
        "training, loss, categorical_crossentropy, cross_entropy",
        "training, loss, mean_squared_error, mse",
        "training, schedule, cosine_annealing, cosine",
        "training, initialisation, kaiming-uniform, he_uniform",
        "space, activation, linear, identity",
        "space, activation, silu, swish",
        "space, shape, pyramid, funnel",
        "space, batch_norm, yes, true",
        "data, task, classifier, classification"
    })
    void words_of_other_tools_are_known(String section, String key, String written, String ours) {
        assertThat(refusal(section, key, written))
                .containsPattern(
                        section + "\\." + key + " must .*, but was " + written + "; did you mean '" + ours + "'\\?");
    }

    @Test
    void what_is_required_is_not_missed_where_it_is_there_by_another_name() {
        assertThat(new SpecFile(folder).refusal("data: {file: iris}"))
                .endsWith("; did you mean 'source'?")
                .hasLineCount(1);
    }

    private String refusal(String section, String key, String value) {
        return new SpecFile(folder).refusal(section + ": {" + key + ": " + value + "}");
    }
}
