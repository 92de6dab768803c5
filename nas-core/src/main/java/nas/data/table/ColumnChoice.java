package nas.data.table;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nas.data.ColumnKind;
import nas.data.DataDescription;
import nas.data.Numbers;
import nas.data.Task;
import org.jspecify.annotations.Nullable;

/**
 * Says how the cells of each column are collected: as the description has it; else as numbers where the first rows hold
 * nothing but numbers and missing cells, else as texts.
 */
final class ColumnChoice {
    /** More levels of a column than this are not told apart; those that come late are as rare as can be. */
    private static final int MOST_LEVELS = 1 << 17;

    private final TableColumns columns;
    private final DataDescription description;
    private final ImmutableSet<String> missing;
    private final List<List<String>> sample;

    /**
     * Makes a choice.
     *
     * @param sample the first rows, without blanks around cells
     */
    ColumnChoice(TableColumns columns, DataDescription description, List<List<String>> sample) {
        this.columns = columns;
        this.description = description;
        this.missing = ImmutableSet.copyOf(description.reading().missing().words());
        this.sample = sample;
    }

    /** Returns the cells that stand for an unknown value. */
    ImmutableSet<String> missing() {
        return missing;
    }

    /**
     * Returns a new collector for each column that is used, by its index.
     *
     * @param texts columns that are known to hold texts by now
     */
    Map<Integer, CellCollector> collectors(Set<Integer> texts) {
        Map<Integer, CellCollector> collectors = new TreeMap<>();
        columns.inputs().forEach(column -> collectors.put(column, input(column, texts.contains(column))));
        columns.targets().forEach(column -> collectors.put(column, target(column, texts.contains(column))));
        columns.group().ifPresent(column -> collectors.put(column, group(column)));
        columns.time().ifPresent(column -> collectors.put(column, time(column)));
        return collectors;
    }

    private CellCollector input(int column, boolean isText) {
        ColumnKind kind = columns.kinds().get(column);
        if (kind == ColumnKind.NUMERIC) {
            return new NumberCollector(columns.name(column), missing, MixedCells.INPUT, true);
        }
        if (kind != null || isText) {
            return texts(column, Map.of(), MOST_LEVELS, null);
        }
        return guessed(column, MixedCells.INPUT, MOST_LEVELS);
    }

    private CellCollector target(int column, boolean isText) {
        Optional<Task> task = columns.task(description.target());
        boolean isNumber =
                task.equals(Optional.of(Task.REGRESSION)) || columns.targets().length() > 1;
        if (isNumber) {
            return new NumberCollector(columns.name(column), missing, MixedCells.REGRESSION, true);
        }
        Map<String, String> spellings = description.target().spellings();
        boolean isCategorical = columns.kinds().containsKey(column);
        if (isText || isCategorical || !spellings.isEmpty()) {
            return texts(column, spellings, Integer.MAX_VALUE, null);
        }
        return task.isEmpty() ? guessed(column, MixedCells.TARGET, Integer.MAX_VALUE) : classes(column);
    }

    /** Classes that are all numbers are held as such, so that 1 and 1.0 are one class. */
    private CellCollector classes(int column) {
        return looksNumeric(column)
                ? new NumberCollector(columns.name(column), missing, MixedCells.CLASSES, false)
                : texts(column, Map.of(), Integer.MAX_VALUE, null);
    }

    private CellCollector group(int column) {
        return new RequiredCollector(columns.name(column), missing, texts(column, Map.of(), Integer.MAX_VALUE, null));
    }

    private CellCollector time(int column) {
        String name = columns.name(column);
        return new RequiredCollector(name, missing, new TimeCollector(name));
    }

    private CellCollector guessed(int column, MixedCells mixed, int most) {
        return looksNumeric(column)
                ? new NumberCollector(columns.name(column), missing, mixed, false)
                : texts(column, Map.of(), most, mixed);
    }

    private TextCollector texts(int column, Map<String, String> spellings, int most, @Nullable MixedCells mixed) {
        return new TextCollector(new TextCollector.Description(columns.name(column), missing, spellings, most), mixed);
    }

    private boolean looksNumeric(int column) {
        return sample.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .allMatch(cell -> missing.contains(cell) || Double.isFinite(Numbers.parse(cell)));
    }
}
