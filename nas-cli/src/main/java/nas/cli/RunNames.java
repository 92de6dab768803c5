package nas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

    private final Path root;

    RunNames(Path root) {
        this.root = root;
    }

    /**
     * Returns the folder of an existing run.
     *
     * @throws InvalidInputException if there is no such run
     */
    RunFolder find(String run) {
        RunFolder named = new RunFolder(root.resolve(run));
        RunFolder path = new RunFolder(Path.of(run));
        if (named.isRun()) {
            return named;
        }
        if (path.isRun()) {
            return path;
        }
        List<String> names = all().stream().map(RunFolder::name).toList();
        throw new InvalidInputException("no run '" + run + "' in " + root + " and none at that path"
                + Suggestions.didYouMean(run, names)
                + (names.isEmpty() ? "" : "; 'nas runs' lists them"));
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
        if (run.contains("/")) {
            return RunFolder.create(Path.of(run));
        }
        if (!NAME.matcher(run).matches()) {
            throw new InvalidInputException(
                    "--run must be a path, or a name of at most 100 letters, digits, '-', '_' and '.'"
                            + " that begins with a letter or digit, but was " + "'" + run.replaceAll("\\p{Cntrl}", "?")
                            + "'");
        }
        return RunFolder.create(root.resolve(run));
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
