package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import nas.data.Dataset;
import nas.space.Activation;
import nas.space.Architecture;
import nas.space.Genome;
import nas.space.HiddenLayer;
import nas.space.Optimizer;
import nas.space.Recipe;
import nas.train.TrialProbe.Pace;
import nas.train.TrialProbe.Timing;
import nas.trial.EvaluationStoppedException;
import org.junit.jupiter.api.Test;

class TrialProbeTest {
    private static final Dataset DATA = SmallData.rings(400);

    @Test
    void genomes_are_timed_in_their_order() {
        List<Genome> genomes = List.of(genome(4, Activation.RELU), genome(8, Activation.RELU));
        List<Timing> timings =
                probe(EngineChoice.AUTO, 2, Duration.ofMinutes(1)).run(genomes);
        assertThat(timings).extracting(Timing::genome).containsExactlyElementsOf(genomes);
        assertThat(timings).allMatch(timing -> timing.seconds() > 0 && !timing.isFailed());
    }

    @Test
    void a_training_that_would_never_end_is_given_up_and_projected() {
        List<Timing> timings = probe(EngineChoice.AUTO, 1_000_000_000, Duration.ofMillis(20))
                .run(List.of(genome(8, Activation.RELU), genome(8, Activation.RRELU)));
        assertThat(timings).allMatch(timing -> timing.seconds() > 1_000 && !timing.isFailed());
    }

    @Test
    void without_time_the_first_steps_are_enough() {
        List<Timing> timings = probe(EngineChoice.AUTO, 3, Duration.ZERO).run(List.of(genome(8, Activation.RELU)));
        assertThat(timings).allMatch(timing -> timing.seconds() > 0 && Double.isFinite(timing.seconds()));
    }

    @Test
    void what_cannot_be_trained_has_failed() {
        List<Timing> timings =
                probe(EngineChoice.BLAS, 3, Duration.ofMinutes(1)).run(List.of(genome(4, Activation.RRELU)));
        assertThat(timings)
                .singleElement()
                .satisfies(timing -> assertThat(timing.failure()).contains("blas does not cover activation rrelu"));
    }

    @Test
    void a_stopped_probe_ends_without_timings() {
        TrialProbe probe = probe(EngineChoice.AUTO, 1_000_000_000, Duration.ofMinutes(10));
        probe.stop();
        assertThatThrownBy(() -> probe.run(List.of(genome(4, Activation.RELU))))
                .isInstanceOf(EvaluationStoppedException.class);
    }

    private static TrialProbe probe(EngineChoice choice, int epochs, Duration limit) {
        return new TrialProbe(DATA, choice, new Pace(2, epochs, limit));
    }

    private static Genome genome(int units, Activation activation) {
        return new Genome(
                new Architecture(List.of(new HiddenLayer(units, activation, 0))), new Recipe(Optimizer.ADAM, 0.01, 16));
    }
}
