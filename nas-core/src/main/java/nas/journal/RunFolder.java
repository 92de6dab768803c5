package nas.journal;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import nas.InvalidInputException;

/**
 * The folder of one run. The journal is its only state; {@code result.json}, {@code settings.json} and the winner's files
 * are snapshots, written to a temporary file first and then renamed, so that no reader ever sees half of one.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    /** Name of the file that spells out the run's search space. */
    public static final String SETTINGS_FILE = "settings.json";

    /** Returns the file that holds the journal. */
    public Path journalFile() {
        return path.resolve("journal.jsonl");
    }

    /** Returns the file that the program's log goes to. */
    public Path logFile() {
        return path.resolve("nas.log");
    }

    /** Returns the file that names who holds, or last held, the run's lock. */
    Path lockFile() {
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

    /** @throws InvalidInputException if there is no run in this folder */
    void checkIsRun() {
        if (!isRun()) {
            throw new InvalidInputException(path + ": there is no run here (no journal.jsonl)");
        }
    }

    /**
     * Makes the folder of a new run.
     *
     * @throws InvalidInputException if there is something at that path already, or no folder can be there
     * @throws UncheckedIOException if the disk refuses
     */
    public static RunFolder create(Path path) {
        return tryCreate(path).orElseThrow(() -> taken(path));
    }

    /** Returns the complaint that there is something where a new run's folder should be. */
    public static InvalidInputException taken(Path path) {
        return new InvalidInputException(path + ": there is something at this path already; choose another --run");
    }

    /**
     * Makes the folder of a new run unless there is something at that path already.
     *
     * @throws InvalidInputException if no folder can be there
     * @throws UncheckedIOException if the disk refuses
     */
    public static Optional<RunFolder> tryCreate(Path path) {
        makeParent(path);
        try {
            DurableFiles.makeFolder(path);
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
                DurableFiles.makeFolders(parent);
            }
        } catch (IOException e) {
            throw noFolder(path, e);
        }
    }

    /** That a path cannot be a folder is for its giver to mend; all else is the disk's fault. */
    private static RuntimeException noFolder(Path path, IOException e) {
        String why = "cannot make the run's folder: " + DurableFiles.reason(e);
        if (isImpossible(path.toAbsolutePath().normalize(), e)) {
            return new InvalidInputException(path + ": " + why, e);
        }
        FileSystemException refusal = new FileSystemException(path.toString(), null, why);
        refusal.initCause(e);
        return new UncheckedIOException(refusal);
    }

    /** Tells whether there is a file where a folder would have to be, or the name is longer than any can be. */
    private static boolean isImpossible(Path path, IOException e) {
        Path parent = path.getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        return (parent != null && !Files.isDirectory(parent))
                || DurableFiles.reason(e).contains("name too long");
    }

    /** Removes the folder and all that is in it. */
    public void delete() {
        try {
            MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where the run stands. */
    public RunState state(RunHistory history) {
        if (RunLock.isHeld(this)) {
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
        DurableFiles.write(path.resolve(fileName), writer);
    }

    /** Writes a whole file. */
    @FunctionalInterface
    public interface FileWriter {
        /** Writes to a path at which there may be a file left by a process that died. */
        void write(Path file) throws IOException;
    }
}
