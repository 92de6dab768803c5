package nas.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nas.InvalidInputException;

/** Writes files for users so that they are there whole or not at all. */
public final class WrittenFile {
    private WrittenFile() {}

    /** Writes a whole file, and sees whether it is right. */
    @FunctionalInterface
    public interface Writing {
        /** Writes to a path at which there is nothing. */
        void write(Path file) throws IOException;
    }

    /**
     * Writes a file beside its place and moves it there; whatever the writing throws leaves what was there before.
     *
     * @throws InvalidInputException if no file can be there
     * @throws UncheckedIOException if the disk refuses
     */
    public static void write(Path file, Writing writing) {
        check(file);
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path part = target.resolveSibling(".nas-" + target.getFileName() + ".unfinished");
            try {
                Files.deleteIfExists(part);
                writing.write(part);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileSystemException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw new UncheckedIOException(named);
        }
    }

    /**
     * Sees whether a file can be written.
     *
     * @throws InvalidInputException if none can be there
     */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (file.getFileName() == null || Files.isDirectory(file)) {
            throw new InvalidInputException("--output must name a file, but " + file + " is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InvalidInputException("--output must be a file, but " + file + " is something else");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException("--output must lie in a folder that exists, but was " + file);
        }
    }
}
