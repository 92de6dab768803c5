package nas.data.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.ColumnEncoding;
import nas.data.ColumnKind;
import nas.data.Quoted;
import nas.data.TableReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles, on some rows, which columns become inputs and how; what says nothing is left out, with a warning. */
final class InputLayout {
    private static final Logger LOG = LoggerFactory.getLogger(InputLayout.class);
    private static final int ENOUGH_FOR_ID = 20;

    private final Table table;
    private final TableReading reading;
    private final int[] rows;
    private final List<InputColumn> inputs = new ArrayList<>();
    private final Map<Integer, String> unused = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();

    /**
     * Looks at some rows.
     *
     * @throws InvalidInputException if no column is left
     */
    InputLayout(Table table, TableReading reading, int[] rows) {
        this.table = table;
        this.reading = reading;
        this.rows = rows;
        table.columns().inputs().forEach(this::add);
        warn();
        if (inputs.isEmpty()) {
            throw new InvalidInputException(table.columns().file()
                    + " must have at least one input column that varies over the training rows, but has none");
        }
    }

    /** Returns the columns that become inputs, in the order of the table. */
    List<InputColumn> inputs() {
        return ImmutableList.copyOf(inputs);
    }

    /** Returns why a column that was to become an input does not, if so. */
    Optional<String> whyUnused(int column) {
        return Optional.ofNullable(unused.get(column));
    }

    private void add(int column) {
        table.cells(column).match(numbers -> addNumbers(column, numbers), texts -> addTexts(column, texts));
    }

    private boolean addNumbers(int column, NumberCells numbers) {
        NumberFit fit = new NumberFit(numbers, rows);
        int missing = rows.length - fit.count();
        if (fit.count() == 0) {
            return leaveOut(column, "every cell is missing");
        }
        if (fit.isConstant() && (missing == 0 || !reading.missing().isIndicated())) {
            return leaveOut(column, "constant");
        }
        boolean isSaid = table.columns().kinds().containsKey(column);
        boolean isId = !isSaid && countsRows(numbers);
        String note = missing > 0 ? LevelFit.missing(missing, rows.length) : "";
        noteId(column, isId);
        return inputs.add(new NumberColumn(
                table.columns().file(),
                column,
                table.columns().name(column),
                numbers,
                !isSaid && fit.isBinary(),
                missing > 0 && reading.missing().isIndicated(),
                isId ? "looks like a number of the row" : note));
    }

    private boolean addTexts(int column, TextCells texts) {
        String name = table.columns().name(column);
        ColumnKind said = table.columns().kinds().get(column);
        if (said == null) {
            DecimalCommas.refuse(table.columns().file(), name, texts);
        }
        LevelFit fit = new LevelFit(name, texts, rows);
        boolean isId = fit.looksLikeId();
        if (said != ColumnKind.BOOLEAN && fit.isConstant()) {
            return leaveOut(column, isId ? "looks like an id: nearly every row has a text of its own" : "constant");
        }
        noteId(column, isId && said == null);
        ColumnEncoding encoding = fit.encoding(table.columns().file(), said);
        return inputs.add(new LevelColumn(column, texts, encoding, fit.kind(encoding, said), fit.note(encoding)));
    }

    private boolean leaveOut(int column, String why) {
        unused.put(column, why);
        return false;
    }

    private void noteId(int column, boolean isId) {
        if (isId) {
            ids.add(table.columns().name(column));
        }
    }

    /** Tells whether each number is by 1 larger than the one before. */
    private boolean countsRows(NumberCells numbers) {
        for (int row = 1; row < numbers.size(); row++) {
            if (numbers.at(row) != numbers.at(row - 1) + 1) {
                return false;
            }
        }
        return numbers.size() >= ENOUGH_FOR_ID;
    }

    private void warn() {
        if (!unused.isEmpty()) {
            List<String> names =
                    unused.keySet().stream().map(table.columns()::name).toList();
            LOG.warn(
                    "Columns that say nothing over the training rows, or something else in nearly every row, are left out: {}",
                    Quoted.list(names));
        }
        if (!ids.isEmpty()) {
            LOG.warn(
                    "Columns that look like ids: {}; what a network learns of them is of no use for other rows; leave"
                            + " them out with data.columns: {{}: ignore}",
                    Quoted.list(ids),
                    ids.get(0));
        }
    }
}
