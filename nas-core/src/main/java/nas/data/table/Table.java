package nas.data.table;

import java.util.Map;
import nas.data.TableFormat;

/** The rows of a table by columns: first the table's own, then its official test rows. */
public final class Table {
    private final TableColumns columns;
    private final TableFormat format;
    private final Map<Integer, ColumnCells> cells;
    private final int rows;
    private final IntList officialLines;

    Table(TableColumns columns, TableFormat format, TableCollector collector) {
        this.columns = columns;
        this.format = format;
        this.cells = collector.cells();
        this.rows = collector.rows();
        this.officialLines = collector.officialLines();
    }

    TableColumns columns() {
        return columns;
    }

    TableFormat format() {
        return format;
    }

    /** Returns the cells of a column that is used. */
    ColumnCells cells(int column) {
        ColumnCells found = cells.get(column);
        if (found == null) {
            throw new IllegalArgumentException("column " + column + " is not used");
        }
        return found;
    }

    /** Returns the number of rows, official test rows included. */
    int rows() {
        return rows;
    }

    /** Returns how many of the last rows are official test rows. */
    int official() {
        return officialLines.size();
    }

    /** Returns the line in which an official test row stands. */
    long officialLine(int row) {
        return officialLines.at(row - rows + official());
    }
}
