package nas.data.fetch;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;

/**
 * Lets one thread of one process at a time work on a folder. The operating system holds the lock on a file in it and lets
 * go of it when the process ends, however that happens; the file stays. Since a process that closes any channel to the file
 * gives up its lock, threads of one process exclude each other before they open one.
 */
final class CacheLock implements AutoCloseable {
    private static final Striped<Lock> OWN = Striped.lock(64);

    private final Lock own;
    private final FileChannel channel;

    private CacheLock(Lock own, FileChannel channel) {
        this.own = own;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param folder a folder that exists
     * @param onWait called once if somebody else has it, before this thread waits
     */
    static CacheLock take(Path folder, Runnable onWait) throws IOException {
        Lock own = OWN.get(folder.toRealPath());
        boolean isFree = own.tryLock();
        if (!isFree) {
            onWait.run();
            own.lock();
        }
        try {
            return new CacheLock(own, locked(folder.resolve("lock"), isFree ? onWait : () -> {}));
        } catch (IOException | RuntimeException e) {
            own.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file, Runnable onWait) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                onWait.run();
                channel.lock();
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            own.unlock();
        }
    }
}
