package nas.journal;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nas.InvalidInputException;

/**
 * The lock of a run: at most one process at a time works on it. The operating system holds it and lets go of it when the
 * process ends, however that happens; the file that stays behind names the last holder and locks nothing.
 */
final class RunLock implements AutoCloseable {
    private static final int TRIES = 20;
    private static final long MILLIS_BETWEEN_TRIES = 50;

    /**
     * Locks that this process holds. To close any channel to a locked file gives a POSIX lock back, so one's own must not
     * be asked about by opening it.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FilePlace place;

    private RunLock(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.place = new FilePlace(file);
    }

    /**
     * Takes the lock.
     *
     * @throws InvalidInputException if another process, or this one, holds it
     */
    static RunLock take(RunFolder folder) {
        try {
            Path file = realPath(folder);
            if (!OWN.add(file)) {
                throw refusal(folder, holder(ProcessHandle.current().pid()));
            }
            try {
                return locked(folder, file);
            } catch (IOException | RuntimeException e) {
                OWN.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a process holds the lock. */
    static boolean isHeld(RunFolder folder) {
        try {
            Path file = realPath(folder);
            return OWN.contains(file) || (Files.exists(file) && isHeldElsewhere(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sees that the lock still keeps others out.
     *
     * @throws IOException if its file was removed or replaced, so that another process may hold the new one
     */
    void check() throws IOException {
        place.check("the run's lock was removed while nas worked on it");
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWN.remove(file);
        }
    }

    /** The same for every way to write the path. */
    private static Path realPath(RunFolder folder) throws IOException {
        return folder.path().toRealPath().resolve(folder.lockFile().getFileName());
    }

    private static boolean isHeldElsewhere(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return tryLock(channel, true).isEmpty();
        }
    }

    /** Those who only ask whether the lock is held hold it themselves for a moment, so it is tried again for a while. */
    private static RunLock locked(RunFolder folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            for (int i = 0; i < TRIES; i++) {
                if (tryLock(channel, false).isPresent()) {
                    sign(channel);
                    return new RunLock(file, channel);
                }
                Uninterruptibles.sleepUninterruptibly(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS);
            }
            throw refusal(folder, Files.readString(file).strip());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel, boolean isShared) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, isShared));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String holder = holder(ProcessHandle.current().pid()) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    }

    private static String holder(long processId) {
        return "process " + processId;
    }

    private static InvalidInputException refusal(RunFolder folder, String holder) {
        String name = holder.isEmpty() ? "another process" : holder;
        return new InvalidInputException(folder.path() + ": " + name + " works on this run; wait for it or stop it");
    }
}
