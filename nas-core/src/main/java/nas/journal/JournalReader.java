package nas.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal of a run, whether it ended, was cut off, or is being written to. A last line that is torn, without
 * its end or with a wrong checksum, as a process or machine leaves it that dies while it writes, is passed over; anything
 * else that is wrong is refused.
 */
public final class JournalReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final RunFolder folder;
    private final JournalLines lines;
    private @Nullable RunHistory history;
    private String checksum = "";
    private long sequence;
    private long length;
    private long tornBytes;

    private JournalReader(RunFolder folder, JournalLines lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /**
     * A journal up to its last whole record.
     *
     * @param history what the records add up to
     * @param sequence number of the last record
     * @param checksum its checksum
     * @param length where it ends, in bytes
     * @param tornBytes length of a torn line after it, else 0
     */
    record Content(RunHistory history, long sequence, String checksum, long length, long tornBytes) {}

    /**
     * Returns the history of a run.
     *
     * @throws InvalidInputException if there is no run in the folder, or the journal is damaged or of another format
     */
    public static RunHistory read(RunFolder folder) {
        Content content = content(folder);
        if (content.tornBytes() > 0) {
            LOG.info("passed over a torn last line of {}", folder.journalFile());
        }
        return content.history();
    }

    /**
     * Returns what a run is, by its journal's first record alone.
     *
     * @throws InvalidInputException if there is no run in the folder, or that record is damaged or of another format
     */
    public static Header header(RunFolder folder) {
        folder.checkIsRun();
        try (JournalLines lines = JournalLines.open(folder.journalFile())) {
            return new JournalReader(folder, lines).header();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Header header() throws IOException {
        JournalLines.Line line = nextLine();
        sequence = 1;
        if (line != null) {
            checked(line, false);
            take(line);
        }
        if (history == null) {
            throw damaged("a journal must begin with a header record", null);
        }
        return history.header();
    }

    /** Reads all there is; throws as {@link #read} does. */
    static Content content(RunFolder folder) {
        folder.checkIsRun();
        try (JournalLines lines = JournalLines.open(folder.journalFile())) {
            return new JournalReader(folder, lines).content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content content() throws IOException {
        JournalLines.Line line = nextLine();
        while (line != null) {
            sequence++;
            JournalLines.Line following = nextLine();
            String checked = checked(line, following == null);
            if (checked == null) {
                sequence--;
                tornBytes = line.length();
            } else {
                take(line);
                checksum = checked;
                length += line.length();
            }
            line = following;
        }
        if (history == null) {
            sequence = 1;
            throw damaged("a journal must begin with a header record", null);
        }
        return new Content(history, sequence, checksum, length, tornBytes);
    }

    private JournalLines.@Nullable Line nextLine() throws IOException {
        try {
            return lines.next();
        } catch (IllegalArgumentException e) {
            sequence++;
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the checksum of a line that can be trusted, or {@code null} if it is torn. */
    private @Nullable String checked(JournalLines.Line line, boolean isLast) {
        boolean mayBeTorn = isLast && sequence > 1;
        if (mayBeTorn && !line.isWhole()) {
            return null;
        }
        if (!line.isWhole()) {
            throw damaged("the line has no end", null);
        }
        try {
            return JournalLine.check(line.bytes(), checksum);
        } catch (IllegalArgumentException e) {
            if (mayBeTorn) {
                return null;
            }
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private void take(JournalLines.Line line) {
        try {
            RecordJson.Entry entry = RecordJson.read(sequence, line.bytes());
            if (history == null) {
                history = new RunHistory(header(entry.content()));
            } else {
                history.add(entry.content(), entry.elapsedSeconds());
            }
        } catch (RecordJson.UnknownFormatException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private static Header header(JournalRecord first) {
        if (first instanceof Header header) {
            return header;
        }
        throw new IllegalArgumentException("a journal must begin with a header record");
    }

    private InvalidInputException damaged(String why, @Nullable Throwable cause) {
        String advice = sequence > 1
                ? ", or remove this line and those after it, which are then trained again"
                : ", or remove the run and search again";
        InvalidInputException refusal = refused("damaged record: " + why + "; restore the file" + advice);
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    private InvalidInputException refused(String why) {
        return InvalidInputException.at(folder.journalFile().toString(), sequence, 1, why);
    }
}
