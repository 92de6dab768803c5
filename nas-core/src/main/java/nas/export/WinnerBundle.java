package nas.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import nas.InvalidInputException;
import nas.data.Dataset;
import nas.data.Preprocessing;
import nas.journal.RunFolder;
import nas.space.Genome;
import nas.train.Networks;
import nas.trial.FloatVector;

/** The winner in its run folder: {@code winner.zip}, a DL4J network, and {@code preprocessing.json} beside it. */
public final class WinnerBundle {
    /** Name of the file that holds the network. */
    public static final String NETWORK_FILE = "winner.zip";

    /** Name of the file that says how a raw row becomes the network's input, and what its output stands for. */
    public static final String PREPROCESSING_FILE = "preprocessing.json";

    private WinnerBundle() {}

    /** Tells whether both files are in a run's folder. */
    public static boolean isThere(RunFolder folder) {
        return Stream.of(NETWORK_FILE, PREPROCESSING_FILE)
                .allMatch(file -> Files.isRegularFile(folder.path().resolve(file)));
    }

    /**
     * Returns the preprocessing of a run's winner.
     *
     * @throws InvalidInputException if the file cannot be read or does not hold what it should
     */
    public static Preprocessing preprocessing(RunFolder folder) {
        Path file = folder.path().resolve(PREPROCESSING_FILE);
        try {
            return PreprocessingReader.read(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Writes both files; each is there whole or not at all.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static void write(RunFolder folder, Dataset data, Genome winner, FloatVector parameters) {
        folder.write(PREPROCESSING_FILE, PreprocessingJson.text(data.preprocessing()));
        Networks.Ends ends = Networks.Ends.of(data);
        folder.write(NETWORK_FILE, file -> Networks.save(winner, ends, parameters, file));
    }
}
