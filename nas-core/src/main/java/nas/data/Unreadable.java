package nas.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nas.InvalidInputException;

/** Says why a data file cannot be read. */
public final class Unreadable {
    private Unreadable() {}

    /** Returns the error that a file cannot be read. */
    public static InvalidInputException file(Path file, IOException cause) {
        return new InvalidInputException(file + " cannot be read: " + reason(file, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return Files.isDirectory(file) ? "it is a folder" : String.valueOf(cause.getMessage());
    }
}
