package nas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReplayBenchmarkTest {
    @TempDir
    Path temporary;

    @Test
    void a_journal_is_written_once_and_replayed_again_and_again() throws IOException {
        for (int i = 0; i < 2; i++) {
            JournalReplayBenchmark benchmark = new JournalReplayBenchmark();
            benchmark.genomes = 300;
            benchmark.place = temporary;
            benchmark.open();
            assertThat(benchmark.replay()).isEqualTo(3);
        }
    }
}
