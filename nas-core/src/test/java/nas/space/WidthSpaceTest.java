package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WidthSpaceTest {
    private static final Ladder<Integer> WIDE = new Ladder<>(List.of(16, 32));
    private static final Ladder<Integer> NARROW = new Ladder<>(List.of(3, 5, 8));

    @Test
    void a_funnel_narrows_each_layer_to_the_one_before_it() {
        WidthSpace funnel = new WidthSpace(NARROW, NARROW, Shape.FUNNEL);
        assertThat(funnel.fitted(List.of(5, 8, 3))).containsExactly(5, 5, 3);
        assertThat(funnel.contains(List.of(5, 5, 3))).isTrue();
        assertThat(funnel.contains(List.of(5, 8, 3))).isFalse();
    }

    @Test
    void a_funnel_widens_a_first_layer_that_nothing_could_follow() {
        WidthSpace funnel = new WidthSpace(NARROW, new Ladder<>(List.of(4, 16)), Shape.FUNNEL);
        assertThat(funnel.fitted(List.of(3, 16))).containsExactly(5, 4);
        assertThat(funnel.fitted(List.of(3))).containsExactly(3);
    }

    @Test
    void a_rectangle_is_as_wide_as_its_first_layer() {
        WidthSpace rectangle = new WidthSpace(NARROW, NARROW, Shape.RECTANGLE);
        assertThat(rectangle.fitted(List.of(8, 3, 5))).containsExactly(8, 8, 8);
        assertThat(rectangle.size(3).intValueExact()).isEqualTo(3);
    }

    @Test
    void layers_after_the_first_have_a_ladder_of_their_own() {
        WidthSpace widths = new WidthSpace(WIDE, NARROW, Shape.ANY);
        assertThat(widths.contains(List.of(16, 8, 3))).isTrue();
        assertThat(widths.contains(List.of(8, 16))).isFalse();
        assertThat(widths.narrowest(2)).containsExactly(16, 3);
        assertThat(widths.widest(2)).containsExactly(32, 8);
    }

    @Test
    void any_widths_are_clipped_to_the_nearest_rungs_and_to_the_shape() {
        assertThat(new WidthSpace(WIDE, NARROW, Shape.ANY).clipped(List.of(24, 4, 100)))
                .containsExactly(16, 3, 8);
        assertThat(new WidthSpace(NARROW, NARROW, Shape.FUNNEL).clipped(List.of(5, 100)))
                .containsExactly(5, 5);
    }

    @Test
    void the_widest_rung_of_a_layer_that_is_no_wider_is_else_the_narrowest() {
        WidthSpace widths = new WidthSpace(WIDE, NARROW, Shape.ANY);
        assertThat(widths.atMost(0, 31)).isEqualTo(16);
        assertThat(widths.atMost(0, 5)).isEqualTo(16);
        assertThat(widths.atMost(1, 5)).isEqualTo(5);
        assertThat(widths.atMost(1, 100)).isEqualTo(8);
    }

    @Test
    void shapes_that_no_two_layers_can_have_are_refused() {
        assertThatThrownBy(() -> new WidthSpace(WIDE, NARROW, Shape.RECTANGLE))
                .hasMessage(
                        "first and rest must be the same where shape is rectangle, but were [16, 32] and [3, 5, 8]");
        assertThatThrownBy(() -> new WidthSpace(NARROW, WIDE, Shape.FUNNEL))
                .hasMessage("first must reach up to rest where shape is funnel, but 8 < 16");
        assertThatThrownBy(() -> new WidthSpace(new Ladder<>(List.of(0, 2))))
                .hasMessageStartingWith("units must ascend from >= 1");
    }
}
