package nas.journal;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import nas.InvalidInputException;

/**
 * The folder of one run. The journal is its only state; {@code result.json}, {@code settings.json} and the winner's files
 * are snapshots, written to a temporary file first and then renamed, so that no reader ever sees half of one.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final boolean SHARED = true;
    private static final boolean EXCLUSIVE = false;

    /** Returns the file that holds the journal. */
    public Path journalFile() {
        return path.resolve("journal.jsonl");
    }

    /** Returns the file that the program's log goes to. */
    public Path logFile() {
        return path.resolve("nas.log");
    }

    private Path lockFile() {
        return path.resolve("lock");
    }

    /** Returns the run's name. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** Tells whether there is a run in this folder. */
    public boolean isRun() {
        return Files.isRegularFile(journalFile());
    }

    /**
     * Makes the folder of a new run.
     *
     * @throws InvalidInputException if there is something at that path already, or the folder cannot be made
     */
    public static RunFolder create(Path path) {
        return tryCreate(path)
                .orElseThrow(() -> new InvalidInputException(
                        path + ": there is something at this path already; choose another --run"));
    }

    /**
     * Makes the folder of a new run unless there is something at that path already.
     *
     * @throws InvalidInputException if the folder cannot be made
     */
    public static Optional<RunFolder> tryCreate(Path path) {
        makeParent(path);
        try {
            Files.createDirectory(path);
            return Optional.of(new RunFolder(path));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw noFolder(path, e);
        }
    }

    private static void makeParent(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        try {
            if (parent != null) {
                Files.createDirectories(parent);
            }
        } catch (IOException e) {
            throw noFolder(path, e);
        }
    }

    private static InvalidInputException noFolder(Path path, IOException e) {
        return new InvalidInputException(path + ": cannot make the run's folder: " + reason(e), e);
    }

    /** Removes the folder and all that is in it. */
    public void delete() {
        try {
            MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the run's lock, which lasts until it is closed or the process ends.
     *
     * @throws InvalidInputException if another process, or this one, holds it
     */
    public FileChannel lock() {
        try {
            FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel, EXCLUSIVE).isEmpty()) {
                channel.close();
                throw new InvalidInputException(path + ": another process works on this run");
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the run stands. */
    public RunState state(RunHistory history) {
        if (isLocked()) {
            return RunState.RUNNING;
        }
        return history.end()
                .map(end -> end.isFailed() ? RunState.FAILED : RunState.COMPLETE)
                .orElse(RunState.INTERRUPTED);
    }

    /** Writes a text file of this folder so that it is there whole or not at all. */
    public void write(String fileName, String text) {
        write(fileName, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }

    /** Writes a file of this folder so that it is there whole or not at all. */
    public void write(String fileName, FileWriter writer) {
        Path temporary = path.resolve(fileName + ".tmp");
        try {
            writer.write(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    temporary,
                    path.resolve(fileName),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a whole file. */
    @FunctionalInterface
    public interface FileWriter {
        /** Writes to a path at which there may be a file left by a process that died. */
        void write(Path file) throws IOException;
    }

    private boolean isLocked() {
        if (!Files.exists(lockFile())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.READ)) {
            return tryLock(channel, SHARED).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.toString();
    }
}
