package nas.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Optional;
import nas.InvalidInputException;
import nas.journal.JournalRecord.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal of a run, whether it ended, was cut off, or is being written to. */
public final class JournalReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalReader.class);

    private final RunFolder folder;
    private final BufferedReader lines;
    private long sequence;

    private JournalReader(RunFolder folder, BufferedReader lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /**
     * Returns the history of a run. A last line that is torn, as a process leaves it that is killed while it writes, is
     * passed over.
     *
     * @throws InvalidInputException if there is no run in the folder, or a line in the middle is damaged
     */
    public static RunHistory read(RunFolder folder) {
        if (!folder.isRun()) {
            throw new InvalidInputException(folder.path() + ": there is no run here (no journal.jsonl)");
        }
        try (BufferedReader lines = Files.newBufferedReader(folder.journalFile())) {
            return new JournalReader(folder, lines).history();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(folder.journalFile() + ": not UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunHistory history() throws IOException {
        String line = lines.readLine();
        if (line == null || !(next(line) instanceof Header header)) {
            throw damaged("a journal must begin with a header record", null);
        }
        RunHistory history = new RunHistory(header);
        for (line = lines.readLine(); line != null; ) {
            String following = lines.readLine();
            boolean isLast = following == null;
            Optional<JournalRecord> entry = isLast ? lastRecord(line) : Optional.of(next(line));
            entry.ifPresent(each -> add(each, history));
            line = following;
        }
        return history;
    }

    /** A line cut short is never a whole JSON object, so what can be read was written whole. */
    private Optional<JournalRecord> lastRecord(String line) {
        try {
            return Optional.of(next(line));
        } catch (InvalidInputException e) {
            LOG.warn("passed over a torn last line: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void add(JournalRecord entry, RunHistory history) {
        try {
            history.add(entry);
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private JournalRecord next(String line) {
        sequence++;
        try {
            return RecordJson.read(sequence, line);
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private InvalidInputException damaged(String why, @Nullable Throwable cause) {
        String message = folder.journalFile() + ":" + Math.max(1, sequence) + ":1: damaged record: " + why;
        return cause == null ? new InvalidInputException(message) : new InvalidInputException(message, cause);
    }
}
