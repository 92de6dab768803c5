package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Makes network inputs of the rows of a table, one after another, as {@link ColumnEncoding} says. */
public final class RowEncoder {
    private final InputEncoding.Columns columns;
    private final List<Cell> cells;
    private final int count;

    /** Prepares to encode the columns. */
    public RowEncoder(InputEncoding.Columns columns) {
        this.columns = columns;
        List<Cell> all = new ArrayList<>();
        int at = 0;
        for (ColumnEncoding column : columns.columns()) {
            all.add(cell(column, at));
            at += column.count();
        }
        this.cells = ImmutableList.copyOf(all);
        this.count = at;
    }

    /** Encodes the cells of a column. */
    @FunctionalInterface
    private interface Cell {
        /** Returns whether the cell holds what training rows held. */
        boolean encode(@Nullable String cell, float[] into, int offset);
    }

    /** Returns the number of inputs of a row. */
    public int count() {
        return count;
    }

    /**
     * Writes the inputs of a row.
     *
     * @param row one cell for each column, in the order of the inputs; blanks around them do not count
     * @param offset where its first input goes
     * @return whether all its levels are among those of the training rows
     * @throws IllegalArgumentException if there is another number of cells, or a cell must hold a number and does not
     */
    public boolean encode(List<String> row, float[] into, int offset) {
        if (row.size() != cells.size()) {
            throw new IllegalArgumentException("row must have " + cells.size() + " cells, but has " + row.size());
        }
        boolean isKnown = true;
        for (int i = 0; i < row.size(); i++) {
            isKnown &= cells.get(i).encode(value(row.get(i)), into, offset);
        }
        return isKnown;
    }

    /** Returns the first column whose cell must hold a number and does not. */
    public OptionalInt misfit(List<String> row) {
        float[] inputs = new float[count];
        for (int i = 0; i < row.size(); i++) {
            try {
                cells.get(i).encode(value(row.get(i)), inputs, 0);
            } catch (IllegalArgumentException e) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the columns whose cells hold levels that no training row has. */
    public List<Integer> unknown(List<String> row) {
        float[] inputs = new float[count];
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!cells.get(i).encode(value(row.get(i)), inputs, 0)) {
                unknown.add(i);
            }
        }
        return unknown;
    }

    private @Nullable String value(String cell) {
        String stripped = cell.strip();
        return columns.missing().contains(stripped) ? null : stripped;
    }

    private static Cell cell(ColumnEncoding column, int at) {
        return column.match(number -> number(number, at), levels -> levels(levels, at), flag -> flag(flag, at));
    }

    private static Cell number(ColumnEncoding.Numeric number, int at) {
        return (cell, into, offset) -> {
            number.encode(cell, into, offset + at);
            return true;
        };
    }

    private static Cell levels(ColumnEncoding.Levels levels, int at) {
        Map<String, Integer> positions = levels.positions();
        return (cell, into, offset) -> {
            Integer known = cell == null ? null : positions.get(cell);
            int position = cell == null ? levels.missing() : known == null ? levels.other() : known;
            levels.encode(position, into, offset + at);
            return cell == null || known != null;
        };
    }

    private static Cell flag(ColumnEncoding.Flag flag, int at) {
        return (cell, into, offset) -> {
            into[offset + at] = flag.input(cell);
            return cell == null || cell.equals(flag.off()) || cell.equals(flag.on());
        };
    }
}
