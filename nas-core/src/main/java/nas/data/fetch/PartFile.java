package nas.data.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The beginning of a file that is being downloaded. It lies beside the file's place under a name of its own until it is
 * whole; what a process that died has left of it is used by the next one.
 */
final class PartFile implements AutoCloseable {
    private final PublishedFile file;
    private final Path target;
    private final Path path;
    private final FileChannel channel;
    private long size;

    private PartFile(PublishedFile file, Path target, Path path) throws IOException {
        this.file = file;
        this.target = target;
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.size = channel.size();
    }

    /** Opens the beginning of a file, empty or not. One that is too long for it is dropped. */
    static PartFile open(PublishedFile file, Path target) throws IOException {
        PartFile part = new PartFile(file, target, target.resolveSibling(target.getFileName() + ".part"));
        try {
            if (part.size > file.bytes()) {
                part.clear();
            }
            return part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    /** Returns how many bytes are there. */
    long size() {
        return size;
    }

    /** Returns how many bytes are lacking. */
    long rest() {
        return file.bytes() - size;
    }

    /** Writes more bytes, at most as many as are lacking. */
    void append(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > rest()) {
            throw new IllegalArgumentException("bytes must be at most " + rest() + ", but were " + bytes.remaining());
        }
        while (bytes.hasRemaining()) {
            size += channel.write(bytes, size);
        }
    }

    /** Drops all bytes. */
    void clear() throws IOException {
        channel.truncate(0);
        size = 0;
    }

    /** Moves the file to its place, in one step, if it is the published one. If it is as long but another, drops it. */
    boolean isFinished() throws IOException {
        if (rest() > 0) {
            return false;
        }
        channel.force(true);
        if (!DataCache.isPublished(path, file)) {
            clear();
            return false;
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** Closes the file and leaves it for the next download, unless it is empty. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (size == 0) {
            Files.deleteIfExists(path);
        }
    }
}
