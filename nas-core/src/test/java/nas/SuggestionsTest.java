package nas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void a_slip_of_the_finger_is_recognised() {
        assertThat(Suggestions.nearest("laeyrs", List.of("layers", "units"))).contains("layers");
        assertThat(Suggestions.nearest("rleu", List.of("elu", "relu"))).contains("relu");
        assertThat(Suggestions.nearest("RELU", List.of("elu", "relu"))).contains("relu");
    }

    @Test
    void a_different_word_is_not() {
        assertThat(Suggestions.nearest("banana", List.of("layers", "units"))).isEmpty();
        assertThat(Suggestions.didYouMean("banana", List.of("layers"))).isEmpty();
    }

    @Test
    void the_hint_names_the_word() {
        assertThat(Suggestions.didYouMean("unit", List.of("units"))).isEqualTo("; did you mean 'units'?");
    }
}
