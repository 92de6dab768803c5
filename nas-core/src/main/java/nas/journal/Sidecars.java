package nas.journal;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nas.trial.FloatVector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files beside a journal that hold what is too large for its lines: float32, little-endian, each named by the SHA-256 of
 * its content.
 */
final class Sidecars {
    private static final Logger LOG = LoggerFactory.getLogger(Sidecars.class);
    private static final String FOLDER = "sidecars";
    private static final String EXTENSION = ".f32";

    private final Path folder;

    /** Whether the folder is known to be found after a power cut. */
    private boolean isForced;

    Sidecars(RunFolder run) {
        this.folder = run.path().resolve(FOLDER);
    }

    /**
     * Writes a vector; when this returns, it is on the disk.
     *
     * @return its checksum
     * @throws UncheckedIOException if the disk refuses
     */
    String write(FloatVector vector) {
        byte[] bytes = bytes(vector);
        String checksum = checksum(bytes);
        makeFolder();
        if (read(checksum).isEmpty()) {
            DurableFiles.write(file(checksum), file -> Files.write(file, bytes));
        } else {
            forceEntry(checksum);
        }
        return checksum;
    }

    /** Returns a vector, or empty where its file is missing or damaged. */
    Optional<FloatVector> read(String checksum) {
        Path file = file(checksum);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (checksum(bytes).equals(checksum)) {
                return Optional.of(vector(bytes));
            }
            LOG.warn("{} is damaged", file);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.toString());
        }
        return Optional.empty();
    }

    /** A process that was killed may have moved the file to its place and no more. */
    private void forceEntry(String checksum) {
        try {
            DurableFiles.forceEntryOf(file(checksum));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never makes the run's folder anew, should that have vanished. */
    private void makeFolder() {
        try {
            if (!Files.isDirectory(folder)) {
                DurableFiles.makeFolder(folder);
            } else if (!isForced) {
                DurableFiles.forceEntryOf(folder);
            }
            isForced = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a process that died had not finished. */
    void sweep() {
        if (Files.isDirectory(folder)) {
            DurableFiles.sweep(folder);
        }
    }

    private Path file(String checksum) {
        return folder.resolve(checksum + EXTENSION);
    }

    private static byte[] bytes(FloatVector vector) {
        float[] values = vector.toArray();
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    private static FloatVector vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return FloatVector.copyOf(values);
    }

    private static String checksum(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }
}
