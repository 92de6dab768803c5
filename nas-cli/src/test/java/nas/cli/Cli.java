package nas.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;

/** Runs commands in this process and keeps what they print. */
final class Cli {
    private final Path runs;

    Cli(Path runs) {
        this.runs = runs;
    }

    /** What a command left behind. */
    record Output(int exitCode, String out, String err) {}

    Output run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = NasCommand.commandLine(new Environment(runs, false, InstantSource.system()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int exitCode = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        return new Output(exitCode, out.toString(), err.toString());
    }
}
