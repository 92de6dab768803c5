package nas.journal;

import com.google.common.io.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import nas.journal.JournalRecord.Header;

/** The append-only record of a run, one JSON object a line, and the history that it adds up to. Not thread-safe. */
public final class Journal implements AutoCloseable {
    private final FileChannel channel;
    private final FileChannel lock;
    private final RunHistory history;
    private long sequence;

    private Journal(FileChannel channel, FileChannel lock, RunHistory history) {
        this.channel = channel;
        this.lock = lock;
        this.history = history;
    }

    /**
     * Begins the journal of a new run and takes the run's lock.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public static Journal begin(RunFolder folder, Header header) {
        FileChannel lock = folder.lock();
        try {
            FileChannel channel =
                    FileChannel.open(folder.journalFile(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Journal journal = new Journal(channel, lock, new RunHistory(header));
            journal.writeOrClose(header);
            return journal;
        } catch (IOException e) {
            closeAll(lock);
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends a record; when this returns, the record is on the disk.
     *
     * @throws UncheckedIOException if the disk refuses
     */
    public void append(JournalRecord entry) {
        write(entry);
        history.add(entry);
    }

    /** Returns what the run has done so far. Changes with every record appended. */
    public RunHistory history() {
        return history;
    }

    /** Closes the file and gives the lock back. */
    @Override
    public void close() {
        closeAll(lock, channel);
    }

    private void writeOrClose(Header header) {
        try {
            write(header);
        } catch (UncheckedIOException e) {
            close();
            throw e;
        }
    }

    /** Closes what was opened last first, and all of it, whatever goes wrong with one. */
    private static void closeAll(FileChannel... channels) {
        try (Closer closer = Closer.create()) {
            for (FileChannel channel : channels) {
                closer.register(channel);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JournalRecord entry) {
        sequence++;
        ByteBuffer line = StandardCharsets.UTF_8.encode(RecordJson.write(sequence, entry) + "\n");
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
