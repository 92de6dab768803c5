package nas.spec;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.InvalidInputException;
import nas.data.Task;

/** A search-space file {@code x.yaml} in a folder of its own. */
record SpecFile(Path folder) {
    static final String MINIMAL = "data: {source: iris}\nspace: {layers: 1, units: 4}\n";

    /** Iris with a split into 90, 30 and 30 rows. */
    static final DataShape IRIS = shape(90);

    /** Returns the shape of data with so many training rows. */
    static DataShape shape(int trainingRows) {
        return new DataShape(trainingRows, 4, 3, Task.CLASSIFICATION, 1);
    }

    Path file() {
        return folder.resolve("x.yaml");
    }

    SearchSpec read(String yaml) {
        return read(yaml, Overrides.NONE);
    }

    SearchSpec read(String yaml, Overrides overrides) {
        return read(yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }

    SearchSpec read(byte[] bytes, Overrides overrides) {
        write(bytes);
        return SearchSpecReader.read(file(), overrides);
    }

    void write(String yaml) {
        write(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            Files.write(file(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the message with which a text is refused, without the name of the folder. */
    String refusal(String yaml) {
        return refusal(yaml, Overrides.NONE);
    }

    String refusal(String yaml, Overrides overrides) {
        return refusal(yaml.getBytes(StandardCharsets.UTF_8), overrides);
    }

    String refusal(byte[] bytes, Overrides overrides) {
        return message(catchThrowableOfType(InvalidInputException.class, () -> read(bytes, overrides)));
    }

    /** Returns the message with which a path is refused, without the name of the folder. */
    String refusalOf(String name) {
        return message(catchThrowableOfType(
                InvalidInputException.class, () -> SearchSpecReader.read(folder.resolve(name), Overrides.NONE)));
    }

    private String message(Throwable error) {
        return String.valueOf(error.getMessage()).replace(folder + "/", "");
    }
}
