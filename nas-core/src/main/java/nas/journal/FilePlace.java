package nas.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where an open file lies: whoever has it open does not notice that it was moved, removed or replaced. */
final class FilePlace {
    private final Path file;
    private final @Nullable Object key;

    /** Remembers which file lies there now. */
    FilePlace(Path file) throws IOException {
        this.file = file;
        this.key = key(file);
    }

    /** @throws FileSystemException with this reason if another file, or none, lies there by now */
    void check(String reason) throws IOException {
        if (!Files.exists(file) || (key != null && !key.equals(key(file)))) {
            throw new FileSystemException(file.toString(), null, reason);
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
