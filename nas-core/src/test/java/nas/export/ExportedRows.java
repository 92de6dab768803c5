package nas.export;

import java.util.List;
import java.util.stream.IntStream;
import nas.data.Dataset;
import nas.data.InputEncoding;
import nas.export.ExportFixtures.Trained;
import org.jspecify.annotations.Nullable;

/** Rows that winners were not trained on, as their table has them. */
public final class ExportedRows {
    private ExportedRows() {}

    /** Returns the test rows. */
    public static int[] heldOut(Dataset data) {
        return data.split().test();
    }

    /**
     * Returns the cells of the columns that are inputs, in the order of the inputs, {@code null} where missing; none of images.
     */
    public static List<List<@Nullable String>> cells(Trained trained, int[] rows) {
        if (!(trained.winner().preprocessing().inputs() instanceof InputEncoding.Columns columns)) {
            return List.of();
        }
        List<List<String>> table = CsvText.rows(trained.table());
        List<Integer> positions = columns.columns().stream()
                .map(column -> table.get(0).indexOf(column.column()))
                .toList();
        return IntStream.of(rows)
                .mapToObj(row -> positions.stream()
                        .map(position -> table.get(row + 1).get(position))
                        .<@Nullable String>map(cell -> columns.missing().contains(cell) ? null : cell)
                        .toList())
                .toList();
    }
}
