package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nas.space.Ladder.Scale;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void integers_on_a_log_scale_have_four_rungs_an_octave_and_end_with_max() {
        assertThat(Ladder.integers(4, 33, Scale.LOG).rungs())
                .containsExactly(4, 5, 6, 7, 8, 10, 11, 13, 16, 19, 23, 27, 32, 33);
        assertThat(Ladder.integers(1, 4, Scale.LOG).rungs()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void integers_on_a_linear_scale_are_all_of_them() {
        assertThat(Ladder.integers(0, 3, Scale.LINEAR).rungs()).containsExactly(0, 1, 2, 3);
        assertThat(Ladder.integers(5, 5, Scale.LOG).rungs()).containsExactly(5);
    }

    @Test
    void steps_say_how_many_integers_there_are() {
        assertThat(Ladder.integers(10, 30, Scale.LINEAR, 3).rungs()).containsExactly(10, 20, 30);
        assertThat(Ladder.integers(1, 100, Scale.LOG, 3).rungs()).containsExactly(1, 10, 100);
        assertThat(Ladder.integers(1, 3, Scale.LINEAR, 9).rungs()).containsExactly(1, 2, 3);
    }

    @Test
    void reals_include_both_ends_exactly() {
        Ladder<Double> log = Ladder.reals(1e-4, 1e-2, Scale.LOG, Ladder.REAL_STEPS);
        assertThat(log.size()).isEqualTo(13);
        assertThat(log.first()).isEqualTo(1e-4);
        assertThat(log.last()).isEqualTo(1e-2);
        assertThat(log.rungs()).isSorted();
        assertThat(Ladder.reals(0, 0.5, Scale.LINEAR, 3).rungs()).containsExactly(0.0, 0.25, 0.5);
    }

    @Test
    void the_rung_below_is_one_step() {
        Ladder<Integer> ladder = Ladder.integers(4, 8, Scale.LOG);
        assertThat(ladder.below(6)).contains(5);
        assertThat(ladder.below(4)).isEmpty();
        assertThat(ladder.below(99)).isEmpty();
    }

    @Test
    void impossible_ladders_are_refused() {
        assertThatThrownBy(() -> new Ladder<>(List.of())).hasMessage("there must be at least one value");
        assertThatThrownBy(() -> new Ladder<>(List.of(1, 1))).hasMessage("values must differ, but were [1, 1]");
        assertThatThrownBy(() -> Ladder.integers(5, 4, Scale.LINEAR)).hasMessage("min must be <= max, but 5 > 4");
        assertThatThrownBy(() -> Ladder.integers(0, 4, Scale.LOG))
                .hasMessage("min must be > 0 on a log scale, but was 0");
        assertThatThrownBy(() -> Ladder.reals(0, 1, Scale.LINEAR, 1)).hasMessage("steps must be >= 2, but was 1");
    }
}
