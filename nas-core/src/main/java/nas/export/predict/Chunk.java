package nas.export.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nas.data.table.RowStream;
import nas.data.table.RowStream.Row;

/**
 * Rows that follow each other.
 *
 * @param rows the rows; fewer than asked for at the end, or where what follows cannot be read
 * @param failure why it cannot
 */
record Chunk(List<Row> rows, Optional<RuntimeException> failure) {
    /** Reads at most so many rows. */
    static Chunk of(RowStream stream, int most) {
        List<Row> rows = new ArrayList<>();
        try {
            while (rows.size() < most) {
                Optional<Row> row = stream.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
            }
            return new Chunk(rows, Optional.empty());
        } catch (RuntimeException e) {
            return new Chunk(rows, Optional.of(e));
        }
    }

    /** To be called when the rows before the failure are taken care of. */
    void throwFailure() {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
