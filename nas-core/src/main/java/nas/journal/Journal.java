package nas.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Header;
import nas.journal.JournalRecord.TrialEnded;
import nas.trial.Detail;
import nas.trial.FloatVector;
import nas.trial.TrialRequest;
import nas.trial.TrialResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only record of a run, one JSON object a line, and the history that it adds up to. Whoever has it open holds
 * the run's lock. Not thread-safe, and not to be used by threads that may be interrupted: that would close the file.
 */
public final class Journal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final RunLock lock;
    private final FileChannel channel;
    private final FilePlace place;
    private final Sidecars sidecars;
    private final InstantSource time;
    private final Instant opened;
    private final RunHistory history;
    private long sequence;
    private String checksum;
    private long length;

    private Journal(
            RunFolder folder, RunLock lock, FileChannel channel, JournalReader.Content content, InstantSource time)
            throws IOException {
        this.file = folder.journalFile();
        this.lock = lock;
        this.channel = channel;
        this.place = new FilePlace(file);
        this.sidecars = new Sidecars(folder);
        this.time = time;
        this.opened = time.instant();
        this.history = content.history();
        this.sequence = content.sequence();
        this.checksum = content.checksum();
        this.length = content.length();
        channel.position(length);
    }

    /**
     * Begins the journal of a new run, which appears with its header in it.
     *
     * @throws IllegalStateException if there is a journal in the folder
     * @throws UncheckedIOException if the disk refuses
     */
    public static Journal begin(RunFolder folder, Header header, InstantSource time) {
        RunLock lock = RunLock.take(folder);
        try {
            if (folder.isRun()) {
                throw new IllegalStateException(folder.path() + " has a journal already");
            }
            RecordJson.Entry entry = new RecordJson.Entry(0, header);
            JournalLine.Checked line = JournalLine.of(RecordJson.write(1, entry), "");
            folder.write(folder.journalFile().getFileName().toString(), line.json() + "\n");
            return open(folder, lock, time);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the journal of a run that a process left. A torn last line is cut off.
     *
     * @throws InvalidInputException if there is no run in the folder, another process works on it, or its journal is
     *     damaged
     * @throws UncheckedIOException if the disk refuses
     */
    public static Journal resume(RunFolder folder, InstantSource time) {
        folder.checkIsRun();
        RunLock lock = RunLock.take(folder);
        try {
            return open(folder, lock, time);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Journal open(RunFolder folder, RunLock lock, InstantSource time) {
        JournalReader.Content content = JournalReader.content(folder);
        try {
            FileChannel channel = FileChannel.open(folder.journalFile(), StandardOpenOption.WRITE);
            try {
                Journal journal = new Journal(folder, lock, channel, content, time);
                journal.tidy(folder, content.tornBytes());
                return journal;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a process that died had not finished. */
    private void tidy(RunFolder folder, long tornBytes) throws IOException {
        if (tornBytes > 0) {
            cutTornLine(tornBytes);
        }
        DurableFiles.sweep(folder.path());
        sidecars.sweep();
    }

    private void cutTornLine(long bytes) throws IOException {
        LOG.warn("{}:{}: cut off a torn record of {} bytes", file, sequence + 1, bytes);
        channel.truncate(length);
        channel.force(true);
    }

    /**
     * Appends a record; when this returns, the record is on the disk. If it throws, the journal ends with the record
     * before.
     *
     * @throws UncheckedIOException if the disk refuses, or the file was moved, removed or written to by others
     */
    public void append(JournalRecord entry) {
        double elapsed = Duration.between(opened, time.instant()).toMillis() / 1e3;
        JournalLine.Checked line =
                JournalLine.of(RecordJson.write(sequence + 1, new RecordJson.Entry(elapsed, entry)), checksum);
        history.check(entry);
        byte[] bytes = (line.json() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            checkPlace();
            write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sequence++;
        checksum = line.checksum();
        length += bytes.length;
        history.add(entry, elapsed);
    }

    /**
     * Appends a trial's result, after its details are on the disk.
     *
     * @param reusedFrom name of the run that it was taken from, or {@code null} where this run trained it
     * @throws UncheckedIOException if the disk refuses
     */
    public void append(TrialResult result, @Nullable String reusedFrom) {
        Map<Detail, String> checksums = new EnumMap<>(Detail.class);
        result.details().forEach((detail, vector) -> checksums.put(detail, sidecars.write(vector)));
        append(new TrialEnded(result.withoutDetails(), checksums, reusedFrom));
    }

    /** Returns the journaled result of a trial, unless some detail that is asked for is missing or damaged. */
    public Optional<TrialResult> find(TrialRequest request) {
        return history.find(request.trial()).flatMap(ended -> result(ended, request, sidecars));
    }

    /** Returns a result with details, where any are asked for; a trial that failed has none. */
    static Optional<TrialResult> result(TrialEnded ended, TrialRequest request, Sidecars sidecars) {
        TrialResult result = ended.result();
        if (request.details().isEmpty() || result.failure().isPresent()) {
            return Optional.of(result);
        }
        Map<Detail, FloatVector> details = new EnumMap<>(Detail.class);
        for (Detail detail : request.details()) {
            Optional.ofNullable(ended.sidecars().get(detail))
                    .flatMap(sidecars::read)
                    .ifPresent(vector -> details.put(detail, vector));
        }
        return details.size() == request.details().size()
                ? Optional.of(new TrialResult(result.trial(), result.outcome(), result.effort(), details))
                : Optional.empty();
    }

    /** Returns what the run has done so far. Changes with every record appended. */
    public RunHistory history() {
        return history;
    }

    /** Closes the file and gives the lock back. */
    @Override
    public void close() {
        try (lock) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer line) throws IOException {
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            cutBack(e);
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /** A disk that is full still lets a file become shorter; if not, the torn line is cut off by whoever resumes. */
    private void cutBack(IOException failure) {
        try {
            channel.truncate(length);
            channel.force(true);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** What is written to a file that was removed is lost without any error. */
    private void checkPlace() throws IOException {
        place.check("the run's folder was moved or removed while nas worked on it");
        lock.check();
        if (channel.size() != length) {
            throw new FileSystemException(file.toString(), null, "another process has changed this journal");
        }
    }
}
