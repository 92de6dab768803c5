package nas.data.table;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.reader.CsvRecord;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.data.Sizes;

/** The rows of a table as they stand in the file: inputs as numbers, targets as cells. */
public final class Table {
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_-. "))
            .precomputed();

    private final TableColumns columns;
    private final DoubleList cells = new DoubleList();
    private final TargetColumn target;

    Table(TableColumns columns) {
        this.columns = columns;
        this.target = new TargetColumn(columns);
    }

    public TableColumns columns() {
        return columns;
    }

    /** Returns the inputs, {@code [rows, inputs]}, row-major. */
    public DoubleList cells() {
        return cells;
    }

    public TargetColumn target() {
        return target;
    }

    public int rows() {
        return target.size();
    }

    public int inputs() {
        return columns.inputs().length();
    }

    /** @throws InvalidInputException if the row does not have the table's columns or an input is no finite number */
    void add(CsvRecord row) {
        checkWidth(row);
        Sizes.features(columns.file(), rows() + 1L, inputs());
        columns.inputs().forEach(column -> cells.add(number(row, column)));
        target.add(row.getField(columns.target()).strip(), row.getStartingLineNumber());
    }

    private void checkWidth(CsvRecord row) {
        if (row.getFieldCount() != columns.width()) {
            throw InvalidInputException.at(
                    columns.file(),
                    row.getStartingLineNumber(),
                    Math.min(row.getFieldCount(), columns.width()) + 1L,
                    "row must have " + columns.width() + " cells, but has " + row.getFieldCount());
        }
    }

    private double number(CsvRecord row, int column) {
        String cell = row.getField(column).strip();
        double number = Numbers.parse(cell);
        if (!Double.isFinite(number)) {
            String problem = cell.isEmpty() ? "the cell is empty" : "was " + Quoted.text(cell);
            throw InvalidInputException.at(
                    columns.file(),
                    row.getStartingLineNumber(),
                    column + 1,
                    Quoted.line(columns.names().get(column)) + " must be a finite number, but " + problem
                            + "; to leave the column out write columns: {" + key(column) + ": ignore}");
        }
        return number;
    }

    private String key(int column) {
        String name = Quoted.line(columns.names().get(column));
        return PLAIN.matchesAllOf(name) ? name : '"' + name + '"';
    }
}
