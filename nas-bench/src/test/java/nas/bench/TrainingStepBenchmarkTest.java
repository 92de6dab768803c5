package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import nas.train.ProbeSteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingStepBenchmarkTest {
    @ParameterizedTest
    @EnumSource(ProbeSteps.Kind.class)
    void steps_of_every_kind_run(ProbeSteps.Kind kind) {
        TrainingStepBenchmark benchmark = new TrainingStepBenchmark();
        benchmark.kind = kind;
        benchmark.open();
        assertThatNoException().isThrownBy(benchmark::step);
        benchmark.close();
    }

    @Test
    void jmh_finds_the_benchmark() throws Exception {
        try (InputStream list = TrainingStepBenchmark.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("nas.bench.TrainingStepBenchmark");
        }
    }
}
