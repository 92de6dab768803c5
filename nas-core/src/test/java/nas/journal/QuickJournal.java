package nas.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import nas.journal.JournalRecord.Header;

/** Writes the lines of a {@link Journal}, but forces none to the disk, which would take minutes for a large one. */
public final class QuickJournal implements Closeable {
    private final Writer file;
    private String checksum = "";
    private long sequence;

    /** Begins the journal of a new run. */
    public QuickJournal(RunFolder folder, Header header) throws IOException {
        this.file = Files.newBufferedWriter(folder.journalFile(), StandardCharsets.US_ASCII);
        append(header);
    }

    /** Appends a record. */
    public void append(JournalRecord content) {
        sequence++;
        JournalLine.Checked line =
                JournalLine.of(RecordJson.write(sequence, new RecordJson.Entry(sequence, content)), checksum);
        checksum = line.checksum();
        try {
            file.write(line.json() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
