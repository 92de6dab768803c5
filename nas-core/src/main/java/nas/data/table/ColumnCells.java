package nas.data.table;

import java.util.function.Function;

/** The cells of one column, row by row. */
sealed interface ColumnCells permits NumberCells, TextCells {
    int size();

    /** Returns whatever the case at hand's function makes of it. */
    <T> T match(Function<NumberCells, T> numbers, Function<TextCells, T> texts);
}
