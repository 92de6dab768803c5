package nas.export.pytorch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Python as this machine has it, with torch where that is installed. */
final class TorchPython {
    static final String LACKING = "no python3 here can import torch";

    private static final Supplier<Optional<String>> PLAIN = Suppliers.memoize(() -> able("import ast"));
    private static final Supplier<Optional<String>> TORCH = Suppliers.memoize(() -> able("import torch, numpy"));

    private TorchPython() {}

    /** Returns a Python that can import torch; looked for once. */
    static Optional<String> torch() {
        return TORCH.get();
    }

    /** Returns any Python; looked for once. */
    static Optional<String> plain() {
        return PLAIN.get();
    }

    /** Debian's own may be hidden by another one, which has no torch. */
    private static Optional<String> able(String code) {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(python -> isAble(python, code))
                .findFirst();
    }

    private static boolean isAble(String python, String code) {
        try {
            return run(python, "-c", code).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** How a process ended, and all that it wrote. */
    record Ended(int code, String text) {}

    static Ended run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ended(process.waitFor(), text);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Ended run(String python, Path script, List<Path> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        arguments.forEach(argument -> command.add(argument.toString()));
        return run(command.toArray(String[]::new));
    }

    /** Returns a script of the tests as a file in a folder. */
    static Path script(Path folder, String name) throws IOException {
        String text = Resources.toString(Resources.getResource(TorchPython.class, name), StandardCharsets.UTF_8);
        return Files.writeString(folder.resolve(name), text);
    }

    /**
     * A script to run.
     *
     * @param input file that is its standard input
     */
    record Job(List<String> command, Path input) {}

    /** Where a job's output is, and how it ended. */
    record Done(Path output, String errors, int code) {}

    /** Runs scripts in one process, in a folder of files that nobody else has. */
    static List<Done> runAll(Path folder, List<Job> jobs) throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < jobs.size(); i++) {
            lines.append(json.writeValueAsString(Map.of(
                            "argv", jobs.get(i).command(),
                            "input", jobs.get(i).input().toString(),
                            "output", folder.resolve(i + ".out").toString(),
                            "errors", folder.resolve(i + ".err").toString())))
                    .append('\n');
        }
        Path list = Files.writeString(folder.resolve("jobs.txt"), lines);
        Ended ended = run(torch().orElseThrow(), script(folder, "run_jobs.py"), List.of(list));
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.text());
        }
        List<String> codes = Splitter.on(' ').splitToList(ended.text().strip());
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            String errors = Files.readString(folder.resolve(i + ".err"));
            done.add(new Done(folder.resolve(i + ".out"), errors, Integer.parseInt(codes.get(i))));
        }
        return done;
    }
}
