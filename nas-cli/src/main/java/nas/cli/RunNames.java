package nas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.journal.RunFolder;

/** Where runs lie and what they are called: a RUN is a path, or a name under the folder of all runs. */
final class RunNames {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}");

    /** What no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._-]+");

    private final Path root;

    RunNames(Path root) {
        this.root = root;
    }

    /**
     * Returns the folder of an existing run. What has a slash in it is a path first.
     *
     * @throws InvalidInputException if there is no such run
     */
    RunFolder find(String run) {
        Stream<Path> places = run.contains("/")
                ? Stream.of(Path.of(run), root.resolve(run))
                : Stream.of(root.resolve(run), Path.of(run));
        return places.map(RunFolder::new).filter(RunFolder::isRun).findFirst().orElseThrow(() -> unknown(run));
    }

    private InvalidInputException unknown(String run) {
        if (!run.isEmpty() && Files.isDirectory(root.resolve(run))) {
            return new InvalidInputException(
                    root.resolve(run) + ": there is no run here (no journal.jsonl); if a search"
                            + " was killed here before its first record, remove the folder");
        }
        List<String> names = all().stream().map(RunFolder::name).toList();
        return new InvalidInputException("no run '" + run + "' in " + root + " and none at that path"
                + Suggestions.didYouMean(run, names)
                + (names.isEmpty() ? "" : "; 'nas runs' lists them"));
    }

    /** Returns what to type for a run: its name, where it lies in the folder of runs, else its path. */
    String reference(RunFolder folder) {
        boolean isNamed = root.resolve(folder.name())
                .toAbsolutePath()
                .normalize()
                .equals(folder.path().toAbsolutePath().normalize());
        return quoted(isNamed ? folder.name() : path(folder.path()));
    }

    /** Returns what to type for a file. */
    static String reference(Path file) {
        return quoted(path(file));
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** No option begins with a dot. */
    private static String path(Path file) {
        String path = file.toString();
        return path.startsWith("-") ? "./" + path : path;
    }

    /** Returns all runs under the folder of runs, by name. */
    List<RunFolder> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(RunFolder::new)
                    .filter(RunFolder::isRun)
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the folder of a new run with a name or path of the user's.
     *
     * @throws InvalidInputException if the name is none, or there is something there already
     */
    RunFolder create(String run) {
        return RunFolder.create(free(run));
    }

    /**
     * Returns where a new run with a name or path of the user's would lie.
     *
     * @throws InvalidInputException if the name is none, or there is something there already
     */
    Path free(String run) {
        Path path = run.contains("/") ? Path.of(run) : root.resolve(named(run));
        RunFolder folder = new RunFolder(path);
        if (folder.isRun()) {
            throw new InvalidInputException(path + ": there is a run here already; go on with it: nas resume "
                    + reference(folder) + ", or choose another --run");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw RunFolder.taken(path);
        }
        return path;
    }

    private static String named(String run) {
        if (!NAME.matcher(run).matches()) {
            throw new InvalidInputException(
                    "--run must be a path, or a name of at most 100 letters, digits, '-', '_' and '.'"
                            + " that begins with a letter or digit, but was " + "'" + run + "'");
        }
        return run;
    }

    /** Makes the folder of a new run with the lowest free name, such as {@code iris-1}. */
    RunFolder createNext(String space) {
        for (int number = 1; ; number++) {
            Optional<RunFolder> folder = RunFolder.tryCreate(root.resolve(space + "-" + number));
            if (folder.isPresent()) {
                return folder.get();
            }
        }
    }
}
