package nas.data.table;

import java.util.Set;
import nas.InvalidInputException;

/** Takes the cells of one column, row by row, first those of the table, then those of its test file. */
interface CellCollector {
    /**
     * Takes the next cell.
     *
     * @param cell its text without blanks around it
     * @param row where it stands
     * @param position its number in that row, from 0
     * @throws InvalidInputException if the column cannot hold it
     */
    void add(String cell, RowPlace row, int position);

    /**
     * Sees, at the end of the table, what its cells are together; from now on others are refused at once.
     *
     * @return whether they are texts, and must be collected anew as such
     * @throws InvalidInputException if they are neither numbers nor texts
     */
    default boolean areMisjudged() {
        return false;
    }

    /** Returns the spellings that stand for something else and have not occurred. */
    default Set<String> unusedSpellings() {
        return Set.of();
    }

    /** Returns what was collected. */
    ColumnCells cells();

    /** Returns about how many bytes the cells take so far. */
    long bytes();
}
