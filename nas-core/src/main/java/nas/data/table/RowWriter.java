package nas.data.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** Writes the rows of a table; cells are quoted where need be (Shafranovich 2005, RFC 4180). */
public final class RowWriter {
    private final CsvWriter writer;

    /** Begins a table. Whoever made the writer closes it. */
    public RowWriter(Writer out, char delimiter) {
        this.writer =
                CsvWriter.builder().fieldSeparator(delimiter).bufferSize(0).build(out);
    }

    /** Says that rows cannot be written, which is no fault of those that are read meanwhile. */
    public static final class WritingException extends IOException {
        private static final long serialVersionUID = 1;

        WritingException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Writes a row.
     *
     * @throws WritingException if it cannot be written
     */
    public void write(List<String> cells) throws WritingException {
        try {
            writer.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw new WritingException(Objects.requireNonNull(e.getCause()));
        }
    }
}
