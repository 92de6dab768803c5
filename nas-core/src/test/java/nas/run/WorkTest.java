package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import nas.space.Genome;
import nas.space.RandomGenomes;
import nas.trial.Budget;
import nas.trial.Fold;
import nas.trial.Trial;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Genome GENOME = RandomGenomes.uniform(1, 8);

    private final Work work = new Work(4, 3);

    @Test
    void work_grows_with_epochs_inputs_and_parameters() {
        assertThat(Work.of(100, 4, 6)).isEqualTo(3 * Work.of(100, 4, 2));
        assertThat(Work.of(200, 4, 1)).isEqualTo(Work.of(100, 4, 1) + 100);
        assertThat(Work.of(100, 5, 1)).isGreaterThan(Work.of(100, 4, 1));
    }

    @Test
    void a_training_that_goes_on_with_a_shorter_one_adds_the_epochs_between() {
        assertThat(work.total()).isZero();
        work.add(trial(1, 7));
        work.add(trial(3, 7));
        assertThat(work.total()).isEqualTo(Work.of(GENOME.parameters(4, 3), 4, 3));
        work.add(trial(3, 8));
        assertThat(work.total()).isEqualTo(Work.of(GENOME.parameters(4, 3), 4, 6));
    }

    private static Trial trial(int epochs, long seed) {
        return new Trial(GENOME, new Budget(epochs, 9), seed, Fold.VALIDATION);
    }
}
