package nas.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The search spaces that come with the program, read with data made for the test. */
final class Examples {
    private Examples() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "search-spaces"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns what stands for the data that the comment of the example says to name with {@code --data}. */
    static Overrides data(Path example, Path folder) throws IOException {
        if (example.endsWith("iris.yaml") || example.endsWith("everything.yaml")) {
            return Overrides.NONE;
        }
        for (String name : files(example)) {
            Files.createFile(folder.resolve(name));
        }
        return Overrides.NONE.withData(folder);
    }

    private static List<String> files(Path example) {
        if (example.endsWith("adult.yaml")) {
            return List.of("adult-train.csv", "adult-test.csv");
        }
        return example.endsWith("california-housing.yaml") ? List.of("housing.csv") : idxFiles();
    }

    private static List<String> idxFiles() {
        return List.of(
                "train-images-idx3-ubyte.gz",
                "train-labels-idx1-ubyte.gz",
                "t10k-images-idx3-ubyte.gz",
                "t10k-labels-idx1-ubyte.gz");
    }
}
