package nas.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import nas.train.ProbeNetwork;
import nas.train.SpeedProbe;
import picocli.CommandLine;

/** Measures one thing after another, says so on standard error, and prints what comes out. */
final class BenchRun {
    private final SpeedProbe.Effort effort;
    private final boolean isJson;
    private final CommandLine command;

    BenchRun(SpeedProbe.Effort effort, boolean isJson, CommandLine command) {
        this.effort = effort;
        this.isJson = isJson;
        this.command = command;
    }

    void execute() {
        SpeedProbe probe = new SpeedProbe(effort);
        List<SpeedProbe.StepTimes> rows = new ArrayList<>();
        for (ProbeNetwork network : effort.networks()) {
            say("measuring " + network.label() + " at batch " + network.batch());
            rows.add(probe.steps(network));
        }
        int workers = Runtime.getRuntime().availableProcessors();
        say("measuring trials with 1 worker and with " + workers);
        BenchReport report = new BenchReport(rows, probe.throughput(workers), Machine.ofThisProcess());
        PrintWriter out = command.getOut();
        out.print(isJson ? report.json() : report.text());
        out.flush();
    }

    private void say(String line) {
        command.getErr().println(line);
        command.getErr().flush();
    }
}
