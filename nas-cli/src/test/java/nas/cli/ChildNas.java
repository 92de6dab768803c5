package nas.cli;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in processes of its own, with the class path that the launcher gives it and options for quick starts. */
final class ChildNas {
    private static final int MOST_SECONDS = 120;

    private final Path home;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> options =
            new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx512m"));
    private final Map<String, String> variables =
            new HashMap<>(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1"));

    /** Prepares processes whose current folder this is; what they print is kept there in {@code out} and {@code err}. */
    ChildNas(Path home) {
        this.home = home;
        variables.put("NAS_RUNS", home.resolve("runs").toString());
        if (Runtime.version().feature() >= 24) {
            with("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        }
    }

    /** Adds options of the virtual machine. */
    ChildNas with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Sets a variable of the environment. */
    ChildNas withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Lets no file become larger than so many KiB, which is to a program as if the disk were full. */
    ChildNas withFilesOfAtMost(int kibibytes) {
        prefix.addAll(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"));
        return this;
    }

    /** Runs a command to its end. */
    Cli.Output run(String... arguments) {
        return start(arguments).await();
    }

    /** Begins a command. */
    Child start(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), "nas.cli.Main"));
        command.addAll(List.of(arguments));
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        try {
            return new Child(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process. */
    record Child(Process process, Path out, Path err) {
        /** Waits for its end; one that hangs is killed, and then its exit code tells so. */
        Cli.Output await() {
            try {
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Cli.Output(process.exitValue(), TinyRun.read(out), TinyRun.read(err));
        }

        /** Waits until something has happened, or the process has ended. */
        Child awaitUntil(BooleanSupplier event) {
            while (process.isAlive() && !event.getAsBoolean()) {
                pause(1);
            }
            return this;
        }

        /** Sends a signal such as {@code INT}. */
        Child signal(String name) {
            try {
                new ProcessBuilder("bash", "-c", "kill -" + name + " " + process.pid())
                        .inheritIO()
                        .start()
                        .waitFor();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Ends it by SIGKILL and waits for that. */
        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    static void pause(long millis) {
        Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(millis));
    }

    private static String classPath() {
        Path target = Path.of("target").toAbsolutePath();
        return target.resolve("classes") + ":"
                + TinyRun.read(target.resolve("classpath")).strip();
    }
}
