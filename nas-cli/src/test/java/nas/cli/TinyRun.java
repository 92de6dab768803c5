package nas.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nas.journal.RunFolder;

/** A run called {@code tiny} with real trainings on a handful of rows; it takes a fraction of a second. */
final class TinyRun {
    private static final String SPACE = """
            name: tiny
            data: {source: rows.csv, target: kind, split: {validation: 20%, test: 20%, seed: 1}}
            space: {layers: {min: 0, max: 2}, units: [3, 5, 8, 12], activation: [relu, tanh]}
            training: {learning_rate: 0.03, batch_size: 16}
            search: {population: 3, generations: 4, stagnation: 9, seed: 42, rungs: {epochs: [4]}}
            finalists: {count: 3, blocks: 2, epochs: 4}
            """;

    /** What a test has before it begins. */
    static final TinyRun NONE = new TinyRun(Path.of("unset"), "unset");

    private final Path home;
    private final String name;
    private final Cli cli;

    private TinyRun(Path home, String name) {
        this.home = home;
        this.name = name;
        this.cli = new Cli(home.resolve("runs"));
    }

    /** Writes space and data into a folder that exists. */
    static TinyRun in(Path home) {
        TinyRun run = new TinyRun(home, "tiny");
        write(run.space(), SPACE);
        write(run.data(), rows());
        return run;
    }

    /** Returns a run of another name beside this one. */
    TinyRun named(String other) {
        return new TinyRun(home, other);
    }

    /** Replaces text in the search space. */
    TinyRun with(String text, String replacement) {
        write(space(), read(space()).replace(text, replacement));
        return this;
    }

    Path space() {
        return home.resolve("tiny.yaml");
    }

    Path data() {
        return home.resolve("rows.csv");
    }

    Path path() {
        return home.resolve("runs").resolve(name);
    }

    Path file(String name) {
        return path().resolve(name);
    }

    RunFolder folder() {
        return new RunFolder(path());
    }

    JournalEdit journal() {
        return new JournalEdit(file("journal.jsonl"));
    }

    /** Runs a command in this process. */
    Cli.Output command(String... arguments) {
        return cli.run(arguments);
    }

    /** Begins the run with these options. */
    TinyRun search(String... options) {
        return ended(command(all(Stream.of("search", space().toString(), "--run", name, "--quiet"), options)));
    }

    /** Takes the run up again with these options. */
    Cli.Output resume(String... options) {
        return command(all(Stream.of("resume", name), options));
    }

    /** Takes the run up again and expects it to end well. */
    TinyRun resumed(String... options) {
        return ended(resume(options));
    }

    /** Makes of a run that ended one of whose journal only so many records are left, and nothing that follows from it. */
    TinyRun cutTo(int records) {
        journal().cutTo(records);
        for (String derived : List.of("result.json", "winner.zip")) {
            delete(derived);
        }
        return this;
    }

    TinyRun delete(String name) {
        try {
            Files.delete(file(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns {@code result.json}. */
    ObjectNode result() {
        return json(read(file("result.json")));
    }

    /**
     * Returns all that equal runs have in common: the result but for names and times, and every trial that was journaled
     * but for its place, its times and who trained it.
     */
    String digest() {
        String result = result().without(List.of("run", "path", "seconds")).toPrettyString();
        return journal().bodies().stream()
                .map(TinyRun::json)
                .filter(body -> body.get("type").textValue().equals("trial"))
                .map(trial -> trial.without(List.of("sequence", "elapsed", "seconds", "worker")))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n", result + "\n", ""));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Three kinds that two columns tell apart nearly always. */
    private static String rows() {
        StringBuilder rows = new StringBuilder("a,b,kind\n");
        for (int i = 0; i < 120; i++) {
            rows.append(i % 3 + i * 7 % 11 / 9.0).append(',').append(i * 5 % 13 - 2.0 * (i % 3));
            rows.append(",kind").append(i % 3).append('\n');
        }
        return rows.toString();
    }

    private TinyRun ended(Cli.Output output) {
        if (output.exitCode() != 0) {
            throw new IllegalStateException("exit code " + output.exitCode() + ": " + output.err());
        }
        return this;
    }

    private static String[] all(Stream<String> arguments, String... options) {
        return Stream.concat(arguments, Stream.of(options)).toArray(String[]::new);
    }
}
