package nas.data.table;

import java.util.function.Function;

/** Cells that are finite numbers, NaN where missing. */
final class NumberCells implements ColumnCells {
    private final DoubleList values = new DoubleList();

    /** Adds a cell; 0 and -0 become one number. */
    void add(double value) {
        values.add(value + 0.0);
    }

    double at(int row) {
        return values.at(row);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public <T> T match(Function<NumberCells, T> numbers, Function<TextCells, T> texts) {
        return numbers.apply(this);
    }
}
