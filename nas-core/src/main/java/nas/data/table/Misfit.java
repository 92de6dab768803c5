package nas.data.table;

import nas.InvalidInputException;

/**
 * A cell that may not belong where it stands.
 *
 * @param cell its text
 * @param row where it stands
 * @param position its number in that row, from 0
 */
record Misfit(String cell, RowPlace row, int position) {
    InvalidInputException error(String name, MixedCells mixed) {
        return row.error(position, name, mixed.complaint(name, cell));
    }
}
