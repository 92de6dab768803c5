package nas.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void factors_lie_above_0_and_are_at_most_1(Schedule schedule) {
        for (long steps : new long[] {1, 2, 3, 10, 997}) {
            for (long step = 0; step < steps; step++) {
                assertThat(schedule.factor(step, steps)).isGreaterThan(0).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONE_CYCLE")
    void all_but_one_cycle_begin_with_1_and_never_rise(Schedule schedule) {
        assertThat(schedule.factor(0, 100)).isEqualTo(1);
        for (long step = 1; step < 100; step++) {
            assertThat(schedule.factor(step, 100)).isLessThanOrEqualTo(schedule.factor(step - 1, 100));
        }
    }

    @Test
    void step_falls_to_a_tenth_at_half_and_to_a_hundredth_at_three_quarters() {
        assertThat(Schedule.STEP.factor(49, 100)).isEqualTo(1);
        assertThat(Schedule.STEP.factor(50, 100)).isCloseTo(0.1, EXACT);
        assertThat(Schedule.STEP.factor(74, 100)).isCloseTo(0.1, EXACT);
        assertThat(Schedule.STEP.factor(75, 100)).isCloseTo(0.01, EXACT);
        assertThat(Schedule.STEP.factor(99, 100)).isCloseTo(0.01, EXACT);
    }

    @Test
    void exponential_falls_by_the_same_ratio_with_every_step() {
        assertThat(Schedule.EXPONENTIAL.factor(50, 100)).isCloseTo(0.1, EXACT);
        assertThat(Schedule.EXPONENTIAL.factor(99, 100)).isCloseTo(Math.pow(0.01, 0.99), EXACT);
    }

    @Test
    void cosine_is_half_a_period() {
        assertThat(Schedule.COSINE.factor(25, 100)).isCloseTo((1 + Math.sqrt(0.5)) / 2, EXACT);
        assertThat(Schedule.COSINE.factor(50, 100)).isCloseTo(0.5, EXACT);
        assertThat(Schedule.COSINE.factor(99, 100)).isCloseTo((1 + Math.cos(0.99 * Math.PI)) / 2, EXACT);
    }

    @Test
    void one_cycle_rises_from_a_25th_to_1_and_falls_towards_nothing() {
        assertThat(Schedule.ONE_CYCLE.factor(0, 100)).isCloseTo(0.04, EXACT);
        assertThat(Schedule.ONE_CYCLE.factor(15, 100)).isCloseTo(0.52, EXACT);
        assertThat(Schedule.ONE_CYCLE.factor(30, 100)).isCloseTo(1, EXACT);
        assertThat(Schedule.ONE_CYCLE.factor(65, 100)).isCloseTo((1 + 4e-6) / 2, EXACT);
        double last = (1 + Math.cos(Math.PI * 69 / 70)) / 2;
        assertThat(Schedule.ONE_CYCLE.factor(99, 100)).isCloseTo(4e-6 + (1 - 4e-6) * last, EXACT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100})
    void a_step_outside_is_refused(long step) {
        assertThatThrownBy(() -> Schedule.COSINE.factor(step, 100))
                .hasMessage("step must be >= 0 and < 100, but was " + step);
    }
}
