package nas.data.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.DataSource;
import nas.data.Quoted;
import nas.data.idx.IdxPart;

/** Finds the data that a search space and the command line name. */
public final class SourceLookup {
    private SourceLookup() {}

    /**
     * Returns the data that a search space's {@code data.source} names: a built-in data set, a CSV file or a folder with
     * IDX files.
     *
     * @param text a built-in name, which goes before a file of that name, or a path
     * @param base the folder that a relative path starts from
     * @param override what the command line's {@code --data} says: a file, or a folder with IDX files in it, replaces
     *     the source; any other folder takes the place of {@code base}
     * @throws InvalidInputException if there are no such data
     */
    public static DataSource resolve(String text, Path base, Optional<Path> override) {
        Optional<DataSource> replacement = override.flatMap(SourceLookup::replacement);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        if (BuiltIns.NAMES.contains(text)) {
            return new DataSource.BuiltIn(text);
        }
        Optional<Path> path = override.isPresent() ? pathIn(override.get(), text) : path(text, base);
        return path.flatMap(SourceLookup::source).orElseThrow(() -> unknown(text, path, override));
    }

    /** A folder without IDX files replaces nothing: it is where the source is looked up. */
    private static Optional<DataSource> replacement(Path override) {
        if (!Files.exists(override)) {
            throw new InvalidInputException("--data must be a CSV file, a folder with IDX files or a folder in which "
                    + "data.source lies, but '" + override + "' does not exist");
        }
        return source(override);
    }

    private static Optional<DataSource> source(Path path) {
        if (Files.isDirectory(path)) {
            return IdxPart.anyIn(path) ? Optional.of(new DataSource.IdxFolder(path)) : Optional.empty();
        }
        return Files.exists(path) ? Optional.of(new DataSource.CsvFile(path)) : Optional.empty();
    }

    private static Optional<Path> path(String text, Path folder) {
        try {
            return Optional.of(folder.resolve(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What has an absolute path lies directly in the folder by now. */
    private static Optional<Path> pathIn(Path override, String text) {
        return path(text, override)
                .flatMap(path -> path.startsWith(override.toAbsolutePath().normalize())
                        ? Optional.of(path)
                        : Optional.ofNullable(path.getFileName()).flatMap(name -> path(name.toString(), override)));
    }

    private static InvalidInputException unknown(String text, Optional<Path> path, Optional<Path> override) {
        String place = path.map(SourceLookup::found).orElse("");
        String advice = override.isPresent() ? "" : "; say where it lies with --data PATH";
        return new InvalidInputException("data.source must be a built-in name (" + String.join(", ", BuiltIns.NAMES)
                + "), a CSV file or a folder with IDX files, but was " + Quoted.text(text) + place + advice
                + Suggestions.didYouMean(text, BuiltIns.NAMES));
    }

    private static String found(Path path) {
        return Files.isDirectory(path)
                ? " and " + path + " is a folder without IDX files"
                : " and " + path + " does not exist";
    }
}
