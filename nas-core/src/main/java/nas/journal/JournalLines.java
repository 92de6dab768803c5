package nas.journal;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a journal as bytes, with where they end. */
final class JournalLines implements Closeable {
    /** A line is held in memory; no record comes near this. */
    private static final int LONGEST = 1 << 26;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    private JournalLines(InputStream in) {
        this.in = in;
    }

    /**
     * One line.
     *
     * @param bytes its bytes without the end of line
     * @param isWhole whether there is an end of line
     */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as one turn of the reading loop
    record Line(byte[] bytes, boolean isWhole) {
        long length() {
            return bytes.length + (isWhole ? 1L : 0L);
        }
    }

    /** Opens a file as it is now: what a process that works on the run writes meanwhile is not seen. */
    static JournalLines open(Path file) throws IOException {
        return new JournalLines(ByteStreams.limit(Files.newInputStream(file), Files.size(file)));
    }

    /**
     * Returns the next line, or {@code null} at the end.
     *
     * @throws IllegalArgumentException if it is longer than any record can be
     */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (from < to || fill()) {
            int end = indexOfLineEnd();
            if (end >= 0) {
                line.write(buffer, from, end - from);
                from = end + 1;
                return new Line(line.toByteArray(), true);
            }
            line.write(buffer, from, to - from);
            from = to;
            if (line.size() > LONGEST) {
                throw new IllegalArgumentException("the line is longer than any record can be");
            }
        }
        return line.size() == 0 ? null : new Line(line.toByteArray(), false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    private int indexOfLineEnd() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
