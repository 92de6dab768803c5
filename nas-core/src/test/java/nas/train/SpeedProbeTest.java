package nas.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import nas.data.Dataset;
import nas.data.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpeedProbeTest {
    private static final ProbeNetwork SMALL = new ProbeNetwork(3, List.of(4), 8);
    private static final SpeedProbe.Effort SHORT =
            new SpeedProbe.Effort(List.of(SMALL), 50, 2, Duration.ZERO, Duration.ZERO, Duration.ZERO, 3);

    @Test
    void networks_are_named_by_their_widths() {
        assertThat(SpeedProbe.Effort.FULL.networks())
                .extracting(network -> network.label() + "@" + network.batch())
                .containsExactly("10-16-16-10@32", "784-32-10@128", "784-128-64-10@128", "784-512-512-10@128");
        assertThat(SMALL.genome().canonicalText()).isEqualTo("4 relu 0.0;|adam 0.001 8");
    }

    @Test
    void rows_are_the_same_noise_in_every_process() {
        Dataset rows = ProbeRows.of(3, 50);
        assertThat(rows.fingerprint()).isEqualTo(ProbeRows.of(3, 50).fingerprint());
        assertThat(rows.outputs()).isEqualTo(10);
        assertThat(rows.split().train()).hasSize(40);
        for (int row = 0; row < 50; row++) {
            for (float feature : rows.features().row(row)) {
                assertThat(feature).isBetween(0f, 1f);
            }
        }
    }

    @Test
    void rows_of_bytes_are_noise_of_the_same_kind() {
        Dataset rows = ProbeRows.ofBytes(3, 50);
        assertThat(rows.fingerprint()).isEqualTo(ProbeRows.ofBytes(3, 50).fingerprint());
        assertThat(rows.features()).isInstanceOf(Features.Bytes.class);
        for (float feature : rows.features().row(7)) {
            assertThat(feature).isBetween(0f, 1f);
        }
        assertThat(rows.split().train()).hasSize(40);
    }

    @Test
    void every_contender_s_step_takes_time() {
        SpeedProbe.StepTimes times = new SpeedProbe(SHORT).steps(SMALL);
        assertThat(times.network()).isEqualTo(SMALL);
        assertThat(List.of(
                        times.blasMicroseconds(),
                        times.dl4jMicroseconds(),
                        times.sgemmMicroseconds(),
                        times.blasVsDl4j(),
                        times.sgemmShare()))
                .allSatisfy(figure -> assertThat(figure).isPositive().isFinite());
    }

    @Test
    void figures_are_medians_and_ratios_are_taken_within_a_round() {
        SpeedProbe.StepTimes times = SpeedProbe.StepTimes.of(
                SMALL,
                List.of(
                        new SpeedProbe.Round(10, 5, 20),
                        new SpeedProbe.Round(30, 6, 90),
                        new SpeedProbe.Round(20, 9, 400)));
        assertThat(times.blasMicroseconds()).isEqualTo(20);
        assertThat(times.sgemmMicroseconds()).isEqualTo(6);
        assertThat(times.dl4jMicroseconds()).isEqualTo(90);
        assertThat(times.blasVsDl4j()).isEqualTo(3);
        assertThat(times.sgemmShare()).isEqualTo(0.45, within(1e-12));
    }

    @Test
    void median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(SpeedProbe.median(List.of(4.0, 1.0, 100.0, 2.0), Double::doubleValue))
                .isEqualTo(3);
        assertThat(SpeedProbe.median(List.of(7.0), Double::doubleValue)).isEqualTo(7);
    }

    @Test
    void throughput_counts_trials_of_one_worker_and_of_several() {
        Throughput throughput = new SpeedProbe(SHORT).throughput(2);
        assertThat(throughput.workers()).isEqualTo(2);
        assertThat(List.of(throughput.oneWorker(), throughput.allWorkers(), throughput.ratio()))
                .allSatisfy(figure -> assertThat(figure).isPositive().isFinite());
    }

    @Test
    void beyond_the_limit_three_rounds_are_enough() {
        SpeedProbe.Effort patient = limited(Duration.ofDays(1));
        SpeedProbe.Effort hasty = limited(Duration.ZERO);
        long now = System.nanoTime();
        assertThat(patient.isEnough(8, now)).isFalse();
        assertThat(patient.isEnough(9, now)).isTrue();
        assertThat(hasty.isEnough(2, now)).isFalse();
        assertThat(hasty.isEnough(3, now)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ProbeSteps.Kind.class)
    void steps_go_on_without_end(ProbeSteps.Kind kind) {
        Dataset rows = kind == ProbeSteps.Kind.BLAS_BYTES ? ProbeRows.ofBytes(3, 50) : ProbeRows.of(3, 50);
        try (ProbeSteps steps = ProbeSteps.open(kind, SMALL, rows)) {
            for (int epoch = 0; epoch < 10; epoch++) {
                steps.runEpoch();
            }
        }
    }

    @Test
    void impossible_efforts_are_refused() {
        assertThatThrownBy(() -> effort(4, 1, 1)).hasMessage("rows must be >= 5, but was 4");
        assertThatThrownBy(() -> effort(5, 0, 1)).hasMessage("rounds and trials must be >= 1, but were 0, 1");
        assertThatThrownBy(() -> effort(5, 1, 0)).hasMessage("rounds and trials must be >= 1, but were 1, 0");
        assertThatThrownBy(() -> new ProbeNetwork(0, List.of(), 1))
                .hasMessage("inputs and batch must be >= 1, but were 0, 1");
    }

    private static SpeedProbe.Effort limited(Duration limit) {
        return new SpeedProbe.Effort(List.of(SMALL), 5, 9, limit, Duration.ZERO, Duration.ZERO, 1);
    }

    private static void effort(int rows, int rounds, int trials) {
        new SpeedProbe.Effort(List.of(SMALL), rows, rounds, Duration.ZERO, Duration.ZERO, Duration.ZERO, trials);
    }
}
