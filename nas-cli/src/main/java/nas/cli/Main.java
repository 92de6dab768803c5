package nas.cli;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(NasCommand.commandLine(Environment.ofThisProcess()).execute(args));
    }
}
