package nas.data.table;

import nas.InvalidInputException;
import nas.data.Quoted;

/**
 * Where a row stands.
 *
 * @param file the table's name in messages
 * @param line where the row begins, from 1
 */
record RowPlace(String file, long line) {
    /**
     * Returns an error about a cell: its column's name and what is to be said of it.
     *
     * @param column the cell's number in the row, from 0
     */
    InvalidInputException error(int column, String name, String saying) {
        return InvalidInputException.at(file, line, column + 1L, Quoted.line(name) + " " + saying);
    }
}
