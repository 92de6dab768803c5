package nas.data.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import nas.data.Sizes;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table and of its test file, column by column. Rows without a target are counted and left out. */
final class TableCollector {
    private static final int CELLS_PER_CHECK = 1 << 18;

    private final TableColumns columns;
    private final Set<String> missing;
    private final int[] used;
    private final CellCollector[] collectors;
    private final IntList officialLines = new IntList();
    private int rows;
    private int cellsSinceCheck;
    private int rowsWithoutTarget;
    private @Nullable RowPlace firstWithoutTarget;

    /**
     * Begins with no rows.
     *
     * @param collectors by column
     * @param missing cells that stand for an unknown value
     */
    TableCollector(TableColumns columns, Map<Integer, CellCollector> collectors, Set<String> missing) {
        this.columns = columns;
        this.missing = missing;
        this.used = collectors.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.collectors = collectors.values().toArray(CellCollector[]::new);
    }

    /** Takes a row of the table. */
    void add(CsvRecord row, RowPlace place) {
        addAt(row, place, IntUnaryOperator.identity());
    }

    /**
     * Takes a row of the test file.
     *
     * @param position where in the row the cell of a column stands
     */
    void addOfficial(CsvRecord row, RowPlace place, IntUnaryOperator position) {
        int before = rows;
        addAt(row, place, position);
        if (rows > before) {
            officialLines.add((int) Math.min(Integer.MAX_VALUE, place.line()));
        }
    }

    private void addAt(CsvRecord row, RowPlace place, IntUnaryOperator position) {
        if (!hasTargets(row, position)) {
            firstWithoutTarget = firstWithoutTarget == null ? place : firstWithoutTarget;
            rowsWithoutTarget++;
            return;
        }
        for (int i = 0; i < used.length; i++) {
            int at = position.applyAsInt(used[i]);
            collectors[i].add(row.getField(at).strip(), place, at);
        }
        rows++;
        cellsSinceCheck += used.length;
        if (cellsSinceCheck >= CELLS_PER_CHECK) {
            cellsSinceCheck = 0;
            checkMemory();
        }
    }

    private boolean hasTargets(CsvRecord row, IntUnaryOperator position) {
        for (int target : columns.targets().toArray()) {
            if (missing.contains(row.getField(position.applyAsInt(target)).strip())) {
                return false;
            }
        }
        return true;
    }

    /** What is read is held twice: as cells and, in the end, as network inputs of half the size. */
    private void checkMemory() {
        long bytes = 0;
        for (CellCollector collector : collectors) {
            bytes += collector.bytes();
        }
        Sizes.checkMemory(columns.file() + ": the first " + rows + " rows", bytes + bytes / 2);
    }

    /** Returns, at the end of the table, the columns that must be collected anew, as texts. */
    Set<Integer> misjudged() {
        Set<Integer> misjudged = new TreeSet<>();
        for (int i = 0; i < used.length; i++) {
            if (collectors[i].areMisjudged()) {
                misjudged.add(used[i]);
            }
        }
        return misjudged;
    }

    int rows() {
        return rows;
    }

    int rowsWithoutTarget() {
        return rowsWithoutTarget;
    }

    /** Returns where the first row without a target stands, if there is one. */
    Optional<RowPlace> firstWithoutTarget() {
        return Optional.ofNullable(firstWithoutTarget);
    }

    IntList officialLines() {
        return officialLines;
    }

    /** Returns the spellings of classes that stand for something else and have not occurred. */
    List<String> unusedSpellings() {
        return Stream.of(collectors)
                .flatMap(collector -> collector.unusedSpellings().stream())
                .toList();
    }

    Map<Integer, ColumnCells> cells() {
        Map<Integer, ColumnCells> cells = new TreeMap<>();
        for (int i = 0; i < used.length; i++) {
            cells.put(used[i], collectors[i].cells());
        }
        return cells;
    }
}
