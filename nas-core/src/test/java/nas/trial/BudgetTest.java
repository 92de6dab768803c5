package nas.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BudgetTest {
    @Test
    void a_budget_spans_its_schedule_unless_it_says_otherwise() {
        assertThat(new Budget(3)).isEqualTo(new Budget(3, 3));
    }

    @Test
    void a_schedule_is_never_shorter_than_the_budget() {
        assertThatThrownBy(() -> new Budget(4, 3)).hasMessage("schedule must span at least 4 epochs, but spans 3");
        assertThatThrownBy(() -> new Budget(0)).hasMessage("epochs must be >= 1, but was 0");
    }
}
