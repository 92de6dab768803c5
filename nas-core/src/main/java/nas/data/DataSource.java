package nas.data;

import java.nio.file.Path;
import java.util.function.Function;

/** Where rows lie. */
public sealed interface DataSource {
    /** Returns a short name for people, such as {@code iris} or {@code housing.csv}. */
    String label();

    /** Returns the text that names this source in a search space: a built-in name or an absolute path. */
    String text();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<BuiltIn, T> builtIn, Function<CsvFile, T> file, Function<IdxFolder, T> folder);

    /** A data set that comes with the program: its rows, where they are downloaded from, or how they are computed. */
    record BuiltIn(String name) implements DataSource {
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
