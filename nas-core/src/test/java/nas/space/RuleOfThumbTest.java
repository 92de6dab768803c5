package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleOfThumbTest {
    @Test
    void units_follow_from_inputs_and_outputs() {
        assertThat(units(784, 10)).containsExactly(533, 397, 1567);
        assertThat(units(4, 3)).containsExactly(6, 4, 7);
    }

    @Test
    void units_are_at_least_1_and_at_most_the_largest_integer() {
        assertThat(units(1, 1)).containsExactly(2, 1, 1);
        assertThat(units(Integer.MAX_VALUE, Integer.MAX_VALUE)).containsOnly(Integer.MAX_VALUE);
    }

    @Test
    void without_inputs_there_is_no_rule() {
        assertThatThrownBy(() -> RuleOfThumb.TWICE.units(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inputs and outputs must be >= 1, but were 0, 3");
    }

    private static Stream<Integer> units(int inputs, int outputs) {
        return Stream.of(RuleOfThumb.values()).map(rule -> rule.units(inputs, outputs));
    }
}
