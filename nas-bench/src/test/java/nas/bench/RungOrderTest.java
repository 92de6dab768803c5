package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nas.trial.FloatVector;
import org.junit.jupiter.api.Test;

class RungOrderTest {
    private static final float FAILED = Float.NaN;

    /** Of two seeds, three networks each, three epochs. */
    private static final RungOrder ORDER = new RungOrder(List.of(
            List.of(losses(3, 1, 1), losses(2, 3, 2), losses(1, 2, 3)),
            List.of(losses(1, 2, 2), losses(2, 1, 1), losses(3, FAILED, FAILED))));

    @Test
    void order_after_some_epochs_is_compared_with_the_end_of_each_seed() {
        assertThat(ORDER.withOwnEnd(1).values()).containsExactly(-1.0, 2.0 / 6);
        assertThat(ORDER.withOwnEnd(2).values()).containsExactly(2.0 / 6, 1.0);
    }

    @Test
    void order_is_compared_with_the_end_of_the_other_seeds() {
        assertThat(ORDER.withOtherSeeds(1).values()).containsExactly(-2.0 / 6, 1.0);
    }

    @Test
    void other_seeds_count_by_their_mean_loss() {
        RungOrder order = new RungOrder(
                List.of(List.of(losses(1), losses(2)), List.of(losses(1), losses(2)), List.of(losses(9), losses(2))));
        assertThat(order.withOtherSeeds(1).values()).containsExactly(-1.0, -1.0, -1.0);
    }

    @Test
    void text_has_the_mean_and_both_ends() {
        assertThat(new RungOrder.Taus(List.of(0.5, 0.75, 1.0))).hasToString("0.75 (0.50 to 1.00)");
    }

    @Test
    void one_seed_has_no_other() {
        assertThatThrownBy(() -> new RungOrder(List.of(List.of(losses(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seeds must be >= 2, but were 1");
    }

    @Test
    void seeds_with_other_networks_or_epochs_are_refused() {
        assertThatThrownBy(() -> new RungOrder(List.of(List.of(losses(1), losses(2)), List.of(losses(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seeds must have equal numbers of networks, but have [2, 1]");
        assertThatThrownBy(() -> new RungOrder(List.of(List.of(losses(1, 2)), List.of(losses(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("curves must have equal numbers of epochs, but have [2, 1]");
    }

    private static FloatVector losses(float... each) {
        return FloatVector.copyOf(each);
    }
}
