package nas.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.Recipe;
import nas.space.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
    private static final int NEVER = -1;

    @Test
    void a_loss_that_stands_still_exhausts_it_after_a_quarter_of_the_schedule() {
        assertThat(exhaustedAfter(Schedule.CONSTANT, 80, epoch -> 0.7)).isEqualTo(21);
    }

    @Test
    void it_lasts_at_least_10_epochs() {
        assertThat(exhaustedAfter(Schedule.CONSTANT, 12, epoch -> 0.7)).isEqualTo(11);
        assertThat(exhaustedAfter(Schedule.CONSTANT, 10, epoch -> 0.7)).isEqualTo(NEVER);
    }

    @Test
    void noise_and_growing_losses_are_no_progress() {
        assertThat(exhaustedAfter(Schedule.CONSTANT, 40, epoch -> 0.7 + 0.1 * (epoch % 2)))
                .isEqualTo(12);
        assertThat(exhaustedAfter(Schedule.CONSTANT, 40, epoch -> 0.7 + epoch)).isEqualTo(11);
    }

    @Test
    void small_gains_add_up_to_progress() {
        assertThat(exhaustedAfter(Schedule.CONSTANT, 40, epoch -> 0.7 - 0.00011 * epoch))
                .isEqualTo(NEVER);
        assertThat(exhaustedAfter(Schedule.CONSTANT, 40, epoch -> 0.7 - 0.00009 * epoch))
                .isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSTANT")
    void it_is_without_end_while_the_rate_changes(Schedule schedule) {
        assertThat(exhaustedAfter(schedule, 100, epoch -> 0.7)).isEqualTo(NEVER);
    }

    @Test
    void where_nothing_can_be_learnt_only_a_loss_that_falls_is_progress() {
        TrainingPlan plan = plan(Schedule.CONSTANT, 40);
        Patience patience = new Patience(plan, 0);
        for (int epoch = 1; epoch <= 10; epoch++) {
            assertThat(patience.isExhaustedBy(0)).isFalse();
        }
        assertThat(patience.isExhaustedBy(0)).isTrue();
    }

    private static int exhaustedAfter(Schedule schedule, int epochs, IntToDoubleFunction loss) {
        Patience patience = new Patience(plan(schedule, epochs), 1);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (patience.isExhaustedBy(loss.applyAsDouble(epoch))) {
                return epoch;
            }
        }
        return NEVER;
    }

    private static TrainingPlan plan(Schedule schedule, int epochs) {
        return new TrainingPlan(new Genome(Architecture.LINEAR, Recipe.DEFAULT.withSchedule(schedule)), 1, 100, epochs);
    }
}
