package nas.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files so that they are there whole or not at all, also after a power cut. */
final class DurableFiles {
    /** Nobody else has files of this name. */
    private static final String UNFINISHED = ".nas-unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);

    private DurableFiles() {}

    /**
     * Writes a file beside its place, forces it to the disk and moves it to its place.
     *
     * @throws UncheckedIOException if the disk refuses; then there is what was there before, or the whole new file
     */
    static void write(Path file, RunFolder.FileWriter writer) {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            writer.write(unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceEntryOf(file);
        } catch (IOException e) {
            removeAfter(e, unfinished);
            throw new UncheckedIOException(named(file, e));
        }
    }

    /** Makes a folder in one that exists. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
        forceEntryOf(folder);
    }

    /** Makes a folder, and those that it is to lie in, where there are none. */
    static void makeFolders(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        if (parent != null && !Files.exists(folder)) {
            makeFolders(parent);
            makeFolder(folder);
        }
    }

    /** Removes what a process that died had not finished; what cannot be removed does no harm. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.info("{} could not be swept", folder, e);
        }
    }

    /** Makes sure that a file or folder is found after a power cut. */
    static void forceEntryOf(Path path) throws IOException {
        force(path.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
    }

    /** Forces a file's content, or a folder's entries, to the disk. */
    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    /** What fails names the unfinished file, or none, as on a full disk. */
    private static FileSystemException named(Path file, IOException e) {
        FileSystemException named = new FileSystemException(file.toString(), null, reason(e));
        named.initCause(e);
        return named;
    }

    private static void removeAfter(IOException failure, Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Returns what the disk did not like, in a few words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is not a folder";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
