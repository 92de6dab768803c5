package nas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own for a test, with the class path of this one. */
public final class ChildJvm {
    private final List<String> command = new ArrayList<>();

    /** Prepares a process that runs a main class, with options for quick starts. */
    public ChildJvm(Class<?> main, String... arguments) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
    }

    /** Adds options of the virtual machine. */
    public ChildJvm with(String... options) {
        command.addAll(1, List.of(options));
        return this;
    }

    /** Starts the process; what it prints goes nowhere. */
    public Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Runs the process to its end and returns its exit code. */
    public int run() throws IOException, InterruptedException {
        return start().waitFor();
    }
}
