package nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import nas.train.ProbeNetwork;
import nas.train.SpeedProbe.StepTimes;
import nas.train.Throughput;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static final Machine MACHINE = new Machine("Fast CPU", 2, "Linux amd64", "Debian 17.0.15", "SkylakeX");
    private static final BenchReport REPORT = new BenchReport(
            List.of(
                    new StepTimes(new ProbeNetwork(10, List.of(16, 16), 32), 10.71, 1234.5, 2, 115.26, 0.187),
                    new StepTimes(new ProbeNetwork(784, List.of(512, 512), 128), 4850, 123_456, 3700, 2.54, 0.76)),
            new Throughput(12.34, 23.4, 2, 1.8962),
            MACHINE);

    @Test
    void table_has_right_aligned_figures_and_fits_80_columns() {
        assertThat(REPORT.text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .containsExactly(
                        "Microseconds per training step on one thread",
                        "",
                        "NETWORK          BATCH      BLAS      DL4J     SGEMM  DL4J/BLAS  SGEMM/BLAS",
                        "10-16-16-10         32     10.71     1,235     2.000     115.3x        0.19",
                        "784-512-512-10     128     4,850   123,456     3,700       2.5x        0.76",
                        "",
                        "BLAS and DL4J are the training engines; SGEMM is the matrix products alone.",
                        "",
                        "Trials per second: 12.34 with 1 worker, 23.40 with 2 (1.90x)",
                        "Fast CPU, 2 processors, OpenBLAS core SkylakeX",
                        "Linux amd64, Java Debian 17.0.15");
    }

    @Test
    void json_has_the_fields_that_programs_rely_on() throws IOException {
        JsonNode json = new ObjectMapper().readTree(REPORT.json());
        assertThat(json.at("/rows")).hasSize(2);
        assertThat(json.at("/rows/0/network").textValue()).isEqualTo("10-16-16-10");
        assertThat(json.at("/rows/0/batch").intValue()).isEqualTo(32);
        assertThat(json.at("/rows/0/blasMicroseconds").doubleValue()).isEqualTo(10.71);
        assertThat(json.at("/rows/0/dl4jMicroseconds").doubleValue()).isEqualTo(1234.5);
        assertThat(json.at("/rows/0/sgemmMicroseconds").doubleValue()).isEqualTo(2);
        assertThat(json.at("/rows/0/blasVsDl4j").doubleValue()).isEqualTo(115.26);
        assertThat(json.at("/rows/0/sgemmShare").doubleValue()).isEqualTo(0.187);
        assertThat(json.at("/trialsPerSecond/oneWorker").doubleValue()).isEqualTo(12.34);
        assertThat(json.at("/trialsPerSecond/allWorkers").doubleValue()).isEqualTo(23.4);
        assertThat(json.at("/trialsPerSecond/workers").intValue()).isEqualTo(2);
        assertThat(json.at("/machine/cpu").textValue()).isEqualTo("Fast CPU");
        assertThat(json.at("/machine/blasCore").textValue()).isEqualTo("SkylakeX");
    }

    @Test
    void what_the_machine_does_not_tell_is_null_or_left_out() throws IOException {
        Machine silent = new Machine(null, 8, "Mac OS X aarch64", "Temurin 17", null);
        BenchReport report = new BenchReport(List.of(), REPORT.throughput(), silent);
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/machine/cpu").isNull()).isTrue();
        assertThat(json.at("/machine/blasCore").isNull()).isTrue();
        assertThat(report.text()).contains("unknown processor, 8 processors" + System.lineSeparator());
    }

    @Test
    void this_machine_describes_itself() {
        Machine machine = Machine.ofThisProcess();
        assertThat(machine.processors()).isPositive();
        assertThat(machine.java()).contains(System.getProperty("java.version"));
        assertThat(machine.system()).contains(System.getProperty("os.arch"));
    }
}
