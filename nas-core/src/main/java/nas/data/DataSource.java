package nas.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import nas.InvalidInputException;

/** Where rows lie. */
public sealed interface DataSource {
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
    static DataSource resolve(String text, Path base, Optional<Path> override) {
        return SourceLookup.resolve(text, base, override);
    }

    /** Returns a short name for people, such as {@code iris} or {@code housing.csv}. */
    String label();

    /** Returns the text that names this source in a search space: a built-in name or an absolute path. */
    String text();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<BuiltIn, T> builtIn, Function<CsvFile, T> file, Function<IdxFolder, T> folder);

    /** A data set that comes with the program. */
    record BuiltIn(String name) implements DataSource {
        /** @throws IllegalArgumentException if no data set of that name comes with the program */
        public BuiltIn {
            if (!BuiltIns.NAMES.contains(name)) {
                throw new IllegalArgumentException("name must be one of " + BuiltIns.NAMES + ", but was " + name);
            }
        }

        @Override
        public String label() {
            return name;
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public <T> T match(Function<BuiltIn, T> builtIn, Function<CsvFile, T> file, Function<IdxFolder, T> folder) {
            return builtIn.apply(this);
        }
    }

    /** A table with a header line. */
    record CsvFile(Path file) implements DataSource {
        /** Makes the path absolute. */
        public CsvFile {
            file = file.toAbsolutePath().normalize();
        }

        @Override
        public String label() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public String text() {
            return file.toString();
        }

        @Override
        public <T> T match(Function<BuiltIn, T> builtIn, Function<CsvFile, T> file, Function<IdxFolder, T> folder) {
            return file.apply(this);
        }
    }

    /** A folder with images and labels in the IDX format of MNIST. */
    record IdxFolder(Path folder) implements DataSource {
        /** Makes the path absolute. */
        public IdxFolder {
            folder = folder.toAbsolutePath().normalize();
        }

        @Override
        public String label() {
            return String.valueOf(folder.getFileName());
        }

        @Override
        public String text() {
            return folder.toString();
        }

        @Override
        public <T> T match(Function<BuiltIn, T> builtIn, Function<CsvFile, T> file, Function<IdxFolder, T> folder) {
            return folder.apply(this);
        }
    }
}
