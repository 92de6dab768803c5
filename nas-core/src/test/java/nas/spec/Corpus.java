package nas.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.fetch.PublishedData;
import nas.data.source.Datasets;
import nas.run.Search;
import nas.run.SearchSettings;

/** Small search-space files, read as the command line reads them: with their data. */
final class Corpus {
    private static final Path FOLDER = Path.of("src", "test", "resources", "nas", "spec");

    private Corpus() {}

    /** Files that are read without complaint. */
    static List<Path> good() throws IOException {
        return files(FOLDER.resolve("good"), ".yaml");
    }

    /** Files that are refused; those in which a schema cannot see why begin with {@code # only the parser knows}. */
    static List<Path> bad() throws IOException {
        return files(FOLDER.resolve("bad"), ".yaml");
    }

    /** The tables that good files name. */
    static List<Path> tables() throws IOException {
        return files(FOLDER.resolve("good"), ".csv", ".tsv");
    }

    /** What is answered to bad files. */
    static Path answers() {
        return FOLDER.resolve("bad").resolve("answers.txt");
    }

    /** Returns the settings of a search by a file. */
    static SearchSettings read(Path file) {
        SearchSpecReader reader = SearchSpecReader.ofFile(file, Overrides.NONE);
        SearchSpec spec = reader.spec();
        try {
            Dataset data = Datasets.load(spec.data(), PublishedData.NONE);
            return checked(spec.settings(DataShape.of(data)), data);
        } catch (InvalidInputException e) {
            throw reader.located(e);
        }
    }

    private static SearchSettings checked(SearchSettings settings, Dataset data) {
        try {
            Search.budget(settings, data.inputs(), data.outputs());
            return settings;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("objective.max_params " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
