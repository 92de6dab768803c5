package nas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import picocli.CommandLine.ExitCode;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(written(NasCommand.commandLine(Environment.ofThisProcess()).execute(args)));
    }

    /** A result that could not be written is a failure, unless its reader had read enough. */
    private static int written(int exitCode) {
        if (exitCode != ExitCode.OK || !System.out.checkError()) {
            return exitCode;
        }
        String reason = writeError();
        if (reason.contains("Broken pipe")) {
            return exitCode;
        }
        System.err.println("nas: the result could not be written to standard output: " + reason);
        return ExitCode.SOFTWARE;
    }

    /** A print stream keeps no reason, so one more line end is written to learn it. */
    @SuppressWarnings("resource") // standard output is not ours to close
    private static String writeError() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return "unknown reason";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
