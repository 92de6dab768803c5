package nas.data.table;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.Suggestions;
import nas.data.Numbers;
import nas.data.Quoted;
import nas.data.Task;

/** Tells whether the cells of a column to predict are classes or numbers, and which. */
final class TargetColumn {
    /** More different numbers than this are no classes unless somebody says so. */
    static final int MOST_CLASSES = 20;

    private static final int ROWS_PER_CLASS = 3;
    private static final int MOST_OUTPUTS = 1_000;

    private final Table table;
    private final int column;
    private final int own;

    TargetColumn(Table table, int column) {
        this.table = table;
        this.column = column;
        this.own = table.rows() - table.official();
    }

    String name() {
        return table.columns().name(column);
    }

    /**
     * Returns the task: the declared one; else classification if the cells are texts, or if all are integers with at most
     * 20 different values that occur three times each on average; else regression.
     */
    Task task(Optional<Task> declared) {
        if (declared.isPresent()) {
            return declared.get();
        }
        boolean areClasses = table.cells(column).match(this::looksLikeClasses, texts -> {
            DecimalCommas.refuse(table.columns().file(), name(), texts);
            return true;
        });
        return areClasses ? Task.CLASSIFICATION : Task.REGRESSION;
    }

    private boolean looksLikeClasses(NumberCells numbers) {
        double[] distinct = distinct(numbers);
        return distinct.length <= MOST_CLASSES
                && DoubleStream.of(distinct).allMatch(Numbers::isInteger)
                && distinct.length * ROWS_PER_CLASS <= own;
    }

    /** Returns the number of each row; call it only for a column of numbers. */
    NumberCells numbers() {
        return table.cells(column).match(numbers -> numbers, texts -> {
            throw new IllegalStateException(name() + " holds texts");
        });
    }

    /**
     * The classes of a column.
     *
     * @param names their names, in the order of numbers if all of them are, else of texts
     * @param labels the class of each row, as an index into the names
     */
    @SuppressWarnings("ArrayRecordComponent") // Lives while a table is loaded.
    record Labels(List<String> names, int[] labels) {}

    /**
     * Returns the classes.
     *
     * @throws InvalidInputException if there is only one, nearly each row has one of its own, or an official test row has
     *     one that is in no other row
     */
    Labels labels() {
        Labels labels = table.cells(column).match(this::ofNumbers, this::ofTexts);
        List<String> names = labels.names;
        if (names.size() < 2) {
            throw error(" must have at least 2 classes, but is " + Quoted.text(names.get(0)) + " in every row");
        }
        if (names.size() > MOST_OUTPUTS) {
            throw error(" must have at most " + MOST_OUTPUTS + " classes, but has " + names.size()
                    + "; is it the column to predict?");
        }
        if (names.size() > MOST_CLASSES && names.size() > own * 2 / 3) {
            throw error(" must have fewer classes, each of them in several rows, but has " + names.size() + " in " + own
                    + " rows; is it the column to predict?");
        }
        return labels;
    }

    private Labels ofNumbers(NumberCells numbers) {
        double[] distinct = distinct(numbers);
        List<String> names =
                DoubleStream.of(distinct).mapToObj(Numbers::format).collect(ImmutableList.toImmutableList());
        int[] labels = new int[numbers.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = Arrays.binarySearch(distinct, numbers.at(row));
            checkKnown(row, labels[row], names, Numbers.format(numbers.at(row)));
        }
        return new Labels(names, labels);
    }

    private Labels ofTexts(TextCells texts) {
        int[] own =
                IntStream.range(0, this.own).map(texts::at).distinct().sorted().toArray();
        List<String> names = IntStream.of(own)
                .mapToObj(code -> texts.levels().get(code))
                .sorted()
                .collect(ImmutableList.toImmutableList());
        Map<String, Integer> classes = new HashMap<>();
        names.forEach(name -> classes.put(name, classes.size()));
        int[] labelOf = texts.levels().stream()
                .mapToInt(level -> classes.getOrDefault(level, -1))
                .toArray();
        int[] labels = new int[texts.size()];
        for (int row = 0; row < labels.length; row++) {
            String level = texts.levels().get(texts.at(row));
            labels[row] = labelOf[texts.at(row)];
            checkKnown(row, labels[row], names, level);
        }
        return new Labels(names, labels);
    }

    /** Only official test rows can have a class that is unknown. */
    private void checkKnown(int row, int label, List<String> names, String level) {
        if (label < 0) {
            String nearest = Suggestions.nearest(level, names).orElse(names.get(0));
            throw new InvalidInputException("data.test: " + name() + " must be one of the classes of "
                    + table.columns().file() + " (" + Quoted.list(names) + "), but was " + Quoted.text(level)
                    + " in line "
                    + table.officialLine(row) + "; say what it stands for with data.target: {column: "
                    + Quoted.line(name()) + ", map: {\"" + Quoted.line(level) + "\": \"" + Quoted.line(nearest)
                    + "\"}}");
        }
    }

    private double[] distinct(NumberCells numbers) {
        return IntStream.range(0, own)
                .mapToDouble(numbers::at)
                .sorted()
                .distinct()
                .toArray();
    }

    private InvalidInputException error(String saying) {
        return new InvalidInputException(table.columns().file() + ": " + Quoted.line(name()) + saying);
    }
}
