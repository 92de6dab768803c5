package nas.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final double GROWTH = 1.05;

    /**
     * In a process of its own, which other tests do not touch, with a heap that is there from the beginning and without
     * the optimising compiler, whose own memory grows for longer than 2,000 tiny trials take.
     */
    @Test
    void memory_does_not_grow_with_the_number_of_trials() throws Exception {
        assumeTrue(Files.exists(TinyTrials.STATUS), "only Linux tells a process's resident memory");
        List<String> printed = run();
        long first = Long.parseLong(printed.get(0));
        long last = Long.parseLong(printed.get(1));
        assertThat(last).as("kB after %s kB", first).isLessThanOrEqualTo((long) (first * GROWTH));
    }

    private static List<String> run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyTrials.class.getName(),
                        EngineChoice.BLAS.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(() -> String.join("\n", lines)).isZero();
        return lines.stream().filter(line -> line.matches("\\d+")).toList();
    }
}
