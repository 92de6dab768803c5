package nas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import nas.train.SpeedProbe;
import nas.train.Throughput;

/**
 * What a measurement of training speed found, as people or programs read it.
 *
 * @param rows one per network
 * @param throughput trials per second
 * @param machine where it was measured
 */
record BenchReport(List<SpeedProbe.StepTimes> rows, Throughput throughput, Machine machine) {
    private static final String HEADING = "%-16s %5s %9s %9s %9s %10s %11s%n";
    private static final String ROW = "%-16s %5d %9s %9s %9s %9.1fx %11.2f%n";

    /** Returns a table of at most 80 columns and what belongs to it. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Microseconds per training step on one thread%n%n");
        line(text, HEADING, "NETWORK", "BATCH", "BLAS", "DL4J", "SGEMM", "DL4J/BLAS", "SGEMM/BLAS");
        for (SpeedProbe.StepTimes row : rows) {
            line(
                    text,
                    ROW,
                    row.network().label(),
                    row.network().batch(),
                    Figures.significant(row.blasMicroseconds()),
                    Figures.significant(row.dl4jMicroseconds()),
                    Figures.significant(row.sgemmMicroseconds()),
                    row.blasVsDl4j(),
                    row.sgemmShare());
        }
        line(text, "%nBLAS and DL4J are the training engines; SGEMM is the matrix products alone.%n%n");
        line(text, "Trials per second: %s with 1 worker", Figures.significant(throughput.oneWorker()));
        line(text, ", %s with %d", Figures.significant(throughput.allWorkers()), throughput.workers());
        line(text, " (%.2fx)%n%s%n", throughput.ratio(), machine.text());
        return text.toString();
    }

    /** Returns one JSON object. */
    String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("rows");
        for (SpeedProbe.StepTimes row : rows) {
            array.addObject()
                    .put("network", row.network().label())
                    .put("batch", row.network().batch())
                    .put("blasMicroseconds", row.blasMicroseconds())
                    .put("dl4jMicroseconds", row.dl4jMicroseconds())
                    .put("sgemmMicroseconds", row.sgemmMicroseconds())
                    .put("blasVsDl4j", row.blasVsDl4j())
                    .put("sgemmShare", row.sgemmShare());
        }
        node.putObject("trialsPerSecond")
                .put("oneWorker", throughput.oneWorker())
                .put("allWorkers", throughput.allWorkers())
                .put("workers", throughput.workers())
                .put("ratio", throughput.ratio());
        machine(node.putObject("machine"));
        return node.toPrettyString() + System.lineSeparator();
    }

    private void machine(ObjectNode node) {
        node.put("cpu", machine.cpu())
                .put("processors", machine.processors())
                .put("system", machine.system())
                .put("java", machine.java())
                .put("blasCore", machine.blasCore());
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
    }
}
