package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import nas.space.Genome;
import nas.trial.Budget;
import nas.trial.EvaluationStoppedException;
import nas.trial.Fold;
import nas.trial.Trial;
import nas.trial.TrialRequest;
import org.junit.jupiter.api.Test;

class LookUpTest {
    private static final LossTable TABLE = SmallTable.ofUnits();
    private static final Genome FIRST = TABLE.rows().get(3).genome();
    private static final Genome SECOND = TABLE.rows().get(7).genome();

    private final LookUp lookUp = new LookUp(LookUp.Seen.of(TABLE), 9, 20);

    @Test
    void training_that_goes_on_costs_only_what_is_added() {
        complete(trial(FIRST, 1, 0), trial(FIRST, 3, 0), trial(FIRST, 9, 0));
        assertThat(lookUp.spent()).isEqualTo(9);
        assertThat(lookUp.purchases()).containsExactly(new LookUp.Purchase(FIRST, 9));
    }

    @Test
    void nothing_is_paid_for_twice() {
        complete(trial(FIRST, 9, 0), trial(FIRST, 9, 5), trial(FIRST, 3, 0));
        assertThat(lookUp.spent()).isEqualTo(9);
        assertThat(lookUp.purchases()).hasSize(1);
    }

    @Test
    void it_stops_at_the_first_training_that_is_too_dear() {
        assertThatExceptionOfType(EvaluationStoppedException.class)
                .isThrownBy(() -> complete(
                        trial(FIRST, 9, 0),
                        trial(SECOND, 9, 0),
                        trial(TABLE.rows().get(0).genome(), 3, 0)));
        assertThat(lookUp.spent()).isEqualTo(18);
        assertThat(lookUp.purchases()).hasSize(2);
    }

    @Test
    void loss_is_that_of_the_first_seed_after_the_epochs_asked_for() {
        complete(trial(FIRST, 9, 0));
        float[] curve = TABLE.rows().get(3).curves().get(0).toArray();
        assertThat(lookUp.find(trial(FIRST, 3, 0))
                        .orElseThrow()
                        .measures()
                        .orElseThrow()
                        .loss())
                .isCloseTo(curve[2], within(1e-12));
        assertThat(lookUp.find(trial(SECOND, 3, 0))).isEmpty();
    }

    @Test
    void training_without_a_loss_has_failed() {
        LossTable failing = SmallTable.of((genome, seed) -> genome.equals(FIRST) ? Double.NaN : 1);
        LookUp trials = new LookUp(LookUp.Seen.of(failing), 9, 20);
        trials.complete(List.of(TrialRequest.of(trial(FIRST, 9, 0))));
        assertThat(trials.find(trial(FIRST, 9, 0)).orElseThrow().failure()).isPresent();
        assertThat(LookUp.Seen.of(failing).assessed(List.of(FIRST, SECOND), 9)).hasSize(1);
    }

    private void complete(Trial... trials) {
        lookUp.complete(Arrays.stream(trials).map(TrialRequest::of).toList());
    }

    private static Trial trial(Genome genome, int epochs, long seed) {
        return new Trial(genome, new Budget(epochs, 30), seed, Fold.VALIDATION);
    }
}
