package nas.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A checkout with nothing but the launcher and a few made-up sources, and a PATH with nothing but the tools that the
 * launcher may use and stand-ins for java, mvn and git. The stand-ins record how they were called; {@code mvn} leaves
 * what a build leaves.
 */
final class LauncherSandbox {
    private static final List<String> TOOLS = List.of(
            "basename bash cat cksum dirname find grep ln mkdir mv paste readlink rm rmdir sed sleep sort tail tr"
                    .split(" "));

    private static final String JAVA = """
            #!/usr/bin/env bash
            if [ "$1" = -version ]; then
              echo "openjdk version \\"$(cat "$SANDBOX/version")\\" 2026-01-20" >&2
              exit
            fi
            {
              printf '%s\\0' "in $PWD" "OMP $OMP_NUM_THREADS" "OPENBLAS $OPENBLAS_NUM_THREADS" \
                "CORE ${OPENBLAS_CORETYPE:-}" "$@"
              printf '\\n'
            } >>"$SANDBOX/java"
            echo program
            [ -z "${PROGRAM_READS:-}" ] || cat
            exit "${PROGRAM_EXIT:-0}"
            """;

    private static final String MVN = """
            #!/usr/bin/env bash
            cat >/dev/null
            printf '%s\\0' "$@" >>"$SANDBOX/mvn"
            printf '\\n' >>"$SANDBOX/mvn"
            while [ -e "$SANDBOX/hold" ]; do sleep 0.05; done
            for line in {1..40}; do echo "line $line of Maven"; done
            [ ! -e "$SANDBOX/fail" ] || exit 1
            [ ! -e "$SANDBOX/edit" ] || mv "$SANDBOX/edit" nas-core/src/main/java/Edited.java
            for argument; do
              case $argument in -Dnas.launch=*) work=${argument#*=} ;; esac
            done
            mkdir -p "$work/nas-core" "$work/nas-cli"
            echo core >"$work/nas-core/nas-core-1.jar"
            echo cli >"$work/nas-cli/nas-cli-1.jar"
            echo library >"$SANDBOX/library.jar"
            printf '%s' "$work/nas-core/nas-core-1.jar:$SANDBOX/library.jar" >"$work/nas-cli/classpath"
            """;

    private static final String GIT = """
            #!/usr/bin/env bash
            case " $* " in
              *' rev-parse '*) cat "$SANDBOX/head" ;;
              *' status '*) cat "$SANDBOX/changes" ;;
            esac
            """;

    private final Path root;
    private final Path bin;
    private final Map<String, String> environment = new HashMap<>();
    private int launches;

    /** How a launch ended. */
    record Outcome(int exitCode, String out, String err) {}

    /** A launch that may still be running. */
    record Launch(Process process, Path outFile, Path errFile) {
        Outcome await() {
            try {
                int exitCode = process.waitFor();
                return new Outcome(exitCode, Files.readString(outFile), Files.readString(errFile));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isWaiting() {
            try {
                return Files.readString(errFile).contains("waiting for process");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Ends the launcher and all that it started by SIGKILL. */
        void kill() {
            List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(member -> member.onExit().join());
        }
    }

    LauncherSandbox(Path folder) throws IOException {
        root = folder.toRealPath();
        bin = Files.createDirectory(root.resolve("bin"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        script(bin.resolve("mvn"), MVN);
        script(jdk().resolve("bin/java"), JAVA);
        script(jdk().resolve("bin/javac"), "");
        Files.createSymbolicLink(bin.resolve("java"), jdk().resolve("bin/java"));
        release("17.0.15");
        for (String source : List.of("pom.xml", ".mvn/maven.config", "nas-core/pom.xml", "nas-cli/pom.xml")) {
            write("checkout with blanks/" + source, source);
        }
        write("checkout with blanks/nas-core/src/main/java/A.java", "class A {}");
        write("checkout with blanks/nas-core/src/main/java/B.java", "class B {}");
        write("checkout with blanks/nas-cli/src/main/java/Main.java", "class Main {}");
        Files.copy(Path.of("..", "nas"), checkout().resolve("nas"));
        environment.putAll(Map.of("PATH", bin.toString(), "HOME", root.toString(), "SANDBOX", root.toString()));
    }

    Path root() {
        return root;
    }

    Path bin() {
        return bin;
    }

    Path jdk() {
        return root.resolve("jdk");
    }

    Path checkout() {
        return root.resolve("checkout with blanks");
    }

    LauncherSandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Writes a file below the root, with the folders that lead to it. */
    Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /** Says of which version the JDK is, as its release file does. */
    void release(String version) throws IOException {
        write("jdk/release", "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    /** Makes the checkout a repository whose HEAD and changes are as given. */
    void repository(String head, String changes) throws IOException {
        Files.createDirectories(checkout().resolve(".git"));
        write("head", head);
        write("changes", changes);
        script(bin.resolve("git"), GIT);
    }

    Outcome run(String... arguments) {
        return start(arguments).await();
    }

    Launch start(String... arguments) {
        return start(checkout(), checkout().resolve("nas"), arguments);
    }

    Launch start(Path currentFolder, Path command, String... arguments) {
        Path out = root.resolve("out" + launches);
        Path err = root.resolve("err" + launches++);
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                        .toList())
                .directory(currentFolder.toFile())
                .redirectInput(
                        Files.exists(root.resolve("in"))
                                ? root.resolve("in").toFile()
                                : Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Launch(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The calls of mvn so far, each with its arguments. */
    List<List<String>> builds() throws IOException {
        return calls("mvn");
    }

    /** The calls of java so far: its current folder, three variables, then its arguments. */
    List<List<String>> programs() throws IOException {
        return calls("java");
    }

    /** The arguments of the latest call of java. */
    List<String> javaArguments() throws IOException {
        List<String> call = programs().get(programs().size() - 1);
        return call.subList(4, call.size());
    }

    private List<List<String>> calls(String tool) throws IOException {
        Path record = root.resolve(tool);
        if (!Files.exists(record)) {
            return List.of();
        }
        return Splitter.on("\0\n")
                .omitEmptyStrings()
                .splitToStream(Files.readString(record))
                .map(call -> Splitter.on('\0').splitToList(call))
                .toList();
    }

    static void awaitUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(requireNonNull(file.getParent()));
        if (!Files.writeString(file, text).toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static Path find(String tool) {
        String path = requireNonNull(System.getenv("PATH"));
        return Splitter.on(':')
                .splitToStream(path)
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(Stream.of(tool, path).collect(joining(" is not on the PATH "))));
    }
}
