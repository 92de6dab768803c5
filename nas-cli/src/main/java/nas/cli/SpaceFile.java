package nas.cli;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nas.journal.JournalRecord.Origin;

/** The search-space file that a run was asked for with. */
final class SpaceFile {
    private SpaceFile() {}

    /** Returns the checksum of a file's bytes; of what can be read but once, such as a pipe, that of nothing. */
    static String checksum(Path file) {
        if (!Files.isRegularFile(file)) {
            return Hashing.sha256().hashBytes(new byte[0]).toString();
        }
        try {
            return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether the file is still there, but not as it was; a run that began without one has none. */
    static boolean isChanged(Origin origin) {
        Path file = Path.of(origin.spaceFile());
        return Files.isRegularFile(file)
                && Files.isReadable(file)
                && !checksum(file).equals(origin.spaceChecksum());
    }
}
