package nas.data.source;

import com.google.common.collect.ImmutableSortedSet;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.DataSource;
import nas.data.Quoted;
import nas.data.idx.IdxPart;

/**
 * Finds the data that a search space and the command line name.
 *
 * <p>A folder that {@code --data} names is a fence around what a search space, which may be somebody else's, can name by a
 * relative path: one that leaves the folder is refused, by its text alone. Symbolic links in the folder are followed
 * wherever they lead, since whoever owns the folder put them there; large data often lie on another disk.
 */
public final class SourceLookup {
    private static final String SOURCE_RULE = "data.source must be a built-in name ("
            + String.join(", ", BuiltIns.names()) + "), a CSV file or a folder with IDX files";
    private static final String FOLDER_WITHOUT = " is a folder without IDX files";
    private static final String TEST_RULE = "data.test must be a CSV file";

    private SourceLookup() {}

    /**
     * Returns the data that a search space's {@code data.source} names: a built-in data set, a CSV file or a folder with
     * IDX files. Nothing is downloaded.
     *
     * @param text a built-in name, which goes before a file of that name, or a path. If the name's data are downloaded and
     *     the command line says where to look, they are there or nowhere
     * @param base the folder that a relative path starts from
     * @param override what the command line's {@code --data} says: a file, or a folder with IDX files in it, replaces
     *     the source; any other folder takes the place of {@code base}, and what has an absolute path elsewhere is
     *     looked for under its name there
     * @throws InvalidInputException if there are no such data, or a relative path leaves the folder that
     *     {@code override} names
     */
    public static DataSource resolve(String text, Path base, Optional<Path> override) {
        Optional<DataSource> replacement = override.flatMap(SourceLookup::replacement);
        if (replacement.isPresent()) {
            return replacement.get();
        }
        if (override.isPresent() && BuiltIns.isPublished(text)) {
            return published(text, override.get());
        }
        if (BuiltIns.names().contains(text)) {
            return new DataSource.BuiltIn(text);
        }
        Optional<Path> path = override.isPresent() ? pathIn(override.get(), "data.source", text) : path(text, base);
        return path.flatMap(SourceLookup::source)
                .orElseThrow(() -> new InvalidInputException(SOURCE_RULE
                        + found(text, path, FOLDER_WITHOUT)
                        + (override.isPresent() ? "" : "; say where it lies with --data PATH")
                        + Suggestions.didYouMean(text, BuiltIns.names())));
    }

    /**
     * Returns the table of official test rows that a search space's {@code data.test} names.
     *
     * @param text a path
     * @param base the folder that a relative path starts from
     * @param override what {@code --data} says: a folder without IDX files takes the place of {@code base}, as for the
     *     source; anything else replaces the source only
     * @throws InvalidInputException if there is no such file, or a relative path leaves the folder that {@code override}
     *     names
     */
    public static DataSource resolveTest(String text, Path base, Optional<Path> override) {
        Optional<Path> folder = override.filter(path -> replacement(path).isEmpty());
        Optional<Path> path = folder.isPresent() ? pathIn(folder.get(), "data.test", text) : path(text, base);
        return path.filter(file -> Files.exists(file) && !Files.isDirectory(file))
                .<DataSource>map(DataSource.CsvFile::new)
                .orElseThrow(() -> new InvalidInputException(TEST_RULE
                        + found(text, path, " is a folder")
                        + (folder.isPresent() ? "" : "; say in which folder it lies with --data FOLDER")));
    }

    /** Returns the names of the data sets that come with the program, sorted. */
    public static ImmutableSortedSet<String> builtInNames() {
        return BuiltIns.names();
    }

    /** A folder without IDX files replaces nothing: it is where the source is looked up. */
    private static Optional<DataSource> replacement(Path override) {
        if (!Files.exists(override)) {
            throw new InvalidInputException("--data must be a CSV file, a folder with IDX files or a folder in which "
                    + "data.source lies, but '" + override + "' does not exist");
        }
        return source(override);
    }

    private static DataSource published(String name, Path override) {
        Path folder = override.resolve(name).toAbsolutePath().normalize();
        if (!IdxPart.anyIn(folder)) {
            throw new InvalidInputException("--data must be a folder with the IDX files of " + name
                    + ", or one in which a folder " + name + " holds them, but was '" + override + "'"
                    + state(folder, FOLDER_WITHOUT)
                    + "; without --data they are downloaded");
        }
        return new DataSource.IdxFolder(folder);
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

    /** A resumed run names its data by an absolute path; they lie directly in the folder by now. */
    private static Optional<Path> pathIn(Path override, String key, String text) {
        Path folder = override.toAbsolutePath().normalize();
        Optional<Path> path = path(text, folder);
        if (path.isEmpty() || path.get().startsWith(folder)) {
            return path;
        }
        if (!Path.of(text).isAbsolute()) {
            throw new InvalidInputException(
                    key + " must lie in the folder that --data names, but " + Quoted.text(text) + " leaves " + folder);
        }
        return Optional.ofNullable(path.get().getFileName()).map(folder::resolve);
    }

    private static String found(String text, Optional<Path> path, String folder) {
        return ", but was " + Quoted.text(text)
                + path.map(found -> state(found, folder)).orElse("");
    }

    private static String state(Path path, String folder) {
        return " and " + Quoted.path(path) + (Files.isDirectory(path) ? folder : " does not exist");
    }
}
