package nas.data.table;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nas.InvalidInputException;
import nas.data.Quoted;
import nas.data.Targets;
import nas.data.Task;
import org.jspecify.annotations.Nullable;

/** Collects the cells of the column to predict and tells whether they are classes or numbers. */
final class TargetColumn {
    private static final int MOST_CLASSES = 20;
    private static final int ROWS_PER_CLASS = 3;

    private final TableColumns columns;
    /** The number of each row, or the index of its text. */
    private final DoubleList values = new DoubleList();

    private final BitSet isText = new BitSet();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private long lineOfFirstText;

    TargetColumn(TableColumns columns) {
        this.columns = columns;
    }

    int size() {
        return values.size();
    }

    /** @throws InvalidInputException if the cell is empty or stands for a number that is not finite */
    void add(String cell, long line) {
        if (cell.isEmpty()) {
            throw error(line, "must be a number or a class name, but the cell is empty");
        }
        double number = Numbers.parse(cell);
        if (Double.isInfinite(number)) {
            throw error(line, "must be a finite number or a class name, but was " + Quoted.text(cell));
        }
        if (Double.isNaN(number)) {
            addText(cell, line);
        } else {
            // Makes one number of 0 and -0.
            values.add(number + 0.0);
        }
    }

    private void addText(String cell, long line) {
        if (texts.isEmpty()) {
            lineOfFirstText = line;
        }
        isText.set(values.size());
        texts.putIfAbsent(cell, texts.size());
        values.add(texts.get(cell));
    }

    /**
     * Returns the task: the declared one; else classification if a cell is a text, or if all are integers with at most
     * 20 different values that occur three times each on average; else regression.
     *
     * @throws InvalidInputException if there is a text where numbers are declared, or among more than 20 different
     *     numbers
     */
    Task task(@Nullable Task declared) {
        double[] numbers = distinctNumbers();
        if (declared == Task.REGRESSION) {
            checkNoText("must be a number for regression", "");
        } else if (declared == null && numbers.length > MOST_CLASSES) {
            checkNoText(
                    "must be a number as in other rows", "; to take all values as classes write task: classification");
        }
        if (declared != null) {
            return declared;
        }
        return !texts.isEmpty() || looksLikeClasses(numbers) ? Task.CLASSIFICATION : Task.REGRESSION;
    }

    private void checkNoText(String rule, String hint) {
        if (!texts.isEmpty()) {
            String text = texts.keySet().iterator().next();
            throw error(lineOfFirstText, rule + ", but was " + Quoted.text(text) + hint);
        }
    }

    private boolean looksLikeClasses(double[] numbers) {
        return numbers.length <= MOST_CLASSES
                && DoubleStream.of(numbers).allMatch(Numbers::isInteger)
                && numbers.length * ROWS_PER_CLASS <= size();
    }

    /** Returns the numbers of all rows; call it only where no row is a text. */
    DoubleList numbers() {
        return values;
    }

    /**
     * Returns the class of each row. Names are sorted as numbers if all of them are, else as texts.
     *
     * @throws InvalidInputException if there is only one
     */
    Targets.Classes classes() {
        double[] numbers = distinctNumbers();
        List<String> names = names(numbers);
        if (names.size() < 2) {
            throw new InvalidInputException(columns.file() + ": " + Quoted.line(columns.targetName())
                    + " must have at least 2 classes, but is " + Quoted.text(names.get(0)) + " in every row");
        }
        return new Targets.Classes(labels(names, numbers), names);
    }

    private int[] labels(List<String> names, double[] numbers) {
        int[] classOfText =
                texts.keySet().stream().mapToInt(text -> classOf(names, text)).toArray();
        int[] classOfNumber = texts.isEmpty()
                ? IntStream.range(0, numbers.length).toArray()
                : DoubleStream.of(numbers)
                        .mapToInt(number -> classOf(names, Numbers.format(number)))
                        .toArray();
        int[] labels = new int[size()];
        for (int row = 0; row < labels.length; row++) {
            double value = values.at(row);
            labels[row] =
                    isText.get(row) ? classOfText[(int) value] : classOfNumber[Arrays.binarySearch(numbers, value)];
        }
        return labels;
    }

    private static int classOf(List<String> names, String name) {
        return Collections.binarySearch(names, name);
    }

    private List<String> names(double[] numbers) {
        List<String> formatted =
                DoubleStream.of(numbers).mapToObj(Numbers::format).collect(ImmutableList.toImmutableList());
        return texts.isEmpty()
                ? formatted
                : ImmutableSortedSet.copyOf(Iterables.concat(formatted, texts.keySet()))
                        .asList();
    }

    private double[] distinctNumbers() {
        double[] sorted = IntStream.range(0, size())
                .filter(row -> !isText.get(row))
                .mapToDouble(values::at)
                .sorted()
                .toArray();
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                .mapToDouble(i -> sorted[i])
                .toArray();
    }

    private InvalidInputException error(long line, String rule) {
        return InvalidInputException.at(
                columns.file(), line, columns.target() + 1, Quoted.line(columns.targetName()) + " " + rule);
    }
}
