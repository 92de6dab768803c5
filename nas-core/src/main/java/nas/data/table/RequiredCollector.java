package nas.data.table;

import com.google.common.collect.ImmutableSet;
import nas.InvalidInputException;

/** Collects the cells of a column in which none may be missing. */
final class RequiredCollector implements CellCollector {
    private final String name;
    private final ImmutableSet<String> missing;
    private final CellCollector inner;

    RequiredCollector(String name, ImmutableSet<String> missing, CellCollector inner) {
        this.name = name;
        this.missing = missing;
        this.inner = inner;
    }

    /** @throws InvalidInputException if the cell is missing, or the column cannot hold it */
    @Override
    public void add(String cell, RowPlace row, int position) {
        if (missing.contains(cell)) {
            throw row.error(position, name, "must be known for every row, but the cell is missing");
        }
        inner.add(cell, row, position);
    }

    @Override
    public ColumnCells cells() {
        return inner.cells();
    }

    @Override
    public long bytes() {
        return inner.bytes();
    }
}
