package nas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nas.ChildJvm;
import nas.journal.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayMemoryTest {
    @TempDir
    Path temporary;

    @Test
    void a_journal_of_100000_trials_is_replayed_in_a_heap_of_208_megabytes() throws IOException, InterruptedException {
        RunFolder folder = RunFolder.create(temporary.resolve("run"));
        LargeRun.write(folder);
        int exitCode = new ChildJvm(LargeReplay.class, folder.path().toString())
                .with("-Xmx208m")
                .run();
        assertThat(exitCode).isZero();
    }
}
