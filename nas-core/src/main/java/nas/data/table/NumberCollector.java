package nas.data.table;

import com.google.common.collect.ImmutableSet;
import java.util.stream.IntStream;
import nas.data.Numbers;
import org.jspecify.annotations.Nullable;

/** Collects numbers. Where it was only guessed that a column holds some, cells that hold none are counted first. */
final class NumberCollector implements CellCollector {
    private final String name;
    private final ImmutableSet<String> missing;
    private final MixedCells mixed;
    private final NumberCells numbers = new NumberCells();
    private boolean isSure;
    private long count;
    private long texts;
    private @Nullable Misfit first;

    /**
     * Begins with no cells.
     *
     * @param name the column's name
     * @param missing cells that stand for an unknown value
     * @param mixed what is made of texts
     * @param isSure whether it is known that the column holds numbers
     */
    NumberCollector(String name, ImmutableSet<String> missing, MixedCells mixed, boolean isSure) {
        this.name = name;
        this.missing = missing;
        this.mixed = mixed;
        this.isSure = isSure;
    }

    @Override
    public void add(String cell, RowPlace row, int position) {
        double number = missing.contains(cell) ? Double.NaN : Numbers.parse(cell);
        if (Double.isFinite(number)) {
            count++;
        } else if (!missing.contains(cell)) {
            refuse(new Misfit(cell, row, position));
            number = Double.NaN;
        }
        numbers.add(number);
    }

    private void refuse(Misfit misfit) {
        if (isSure) {
            throw misfit.error(name, mixed);
        }
        texts++;
        first = first == null ? misfit : first;
    }

    @Override
    public boolean areMisjudged() {
        isSure = true;
        if (first == null) {
            return false;
        }
        if (mixed.areTexts(count, texts, this::distinct)) {
            return true;
        }
        throw first.error(name, mixed);
    }

    private int distinct() {
        return (int) IntStream.range(0, numbers.size())
                .mapToDouble(numbers::at)
                .filter(number -> !Double.isNaN(number))
                .distinct()
                .count();
    }

    @Override
    public ColumnCells cells() {
        return numbers;
    }

    @Override
    public long bytes() {
        return (long) Double.BYTES * numbers.size();
    }
}
