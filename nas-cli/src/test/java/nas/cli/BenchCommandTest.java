package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import nas.train.ProbeNetwork;
import nas.train.SpeedProbe;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {
    private static final SpeedProbe.Effort SHORT = new SpeedProbe.Effort(
            List.of(new ProbeNetwork(4, List.of(3), 8), new ProbeNetwork(5, List.of(), 8)),
            50,
            1,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            2);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_network_is_announced_and_has_a_row() {
        assertThat(run()).isZero();
        assertThat(err.toString().lines())
                .containsExactly(
                        "measuring 4-3-10 at batch 8",
                        "measuring 5-10 at batch 8",
                        "measuring trials with 1 worker and with "
                                + Runtime.getRuntime().availableProcessors());
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("4-3-10 "))
                .anyMatch(line -> line.startsWith("5-10 "))
                .anyMatch(line -> line.startsWith("Trials per second: "));
    }

    @Test
    void json_is_one_object_and_nothing_else() throws IOException {
        assertThat(run("--json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/rows/1/network").textValue()).isEqualTo("5-10");
        assertThat(json.at("/rows/1/blasMicroseconds").doubleValue()).isPositive();
        assertThat(json.at("/trialsPerSecond/oneWorker").doubleValue()).isPositive();
    }

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand(SHORT))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
