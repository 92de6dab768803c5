package nas.data;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * How a table is read. What is left open is inferred.
 *
 * @param format how its text is laid out
 * @param columns what columns hold, by name; the kinds of the others are inferred
 * @param missing which cells stand for an unknown value
 */
public record TableReading(TableFormat format, Map<String, ColumnKind> columns, MissingCells missing) {
    /** Everything is inferred. */
    public static final TableReading DEFAULT = new TableReading(TableFormat.DETECTED, Map.of(), MissingCells.DEFAULT);

    /** Copies the map, sorted. */
    public TableReading {
        columns = ImmutableSortedMap.copyOf(columns);
    }

    /** Returns a copy for another format. */
    public TableReading withFormat(TableFormat changed) {
        return new TableReading(changed, columns, missing);
    }

    /** Returns a copy with other kinds of columns. */
    public TableReading withColumns(Map<String, ColumnKind> changed) {
        return new TableReading(format, changed, missing);
    }

    /** Returns a copy with other missing cells. */
    public TableReading withMissing(MissingCells changed) {
        return new TableReading(format, columns, changed);
    }
}
