package nas.data.table;

import java.util.Arrays;
import java.util.stream.IntStream;
import nas.data.Strata;

/** Says what a split needs to know of a table's rows. */
final class TableStrata {
    private final Table table;

    TableStrata(Table table) {
        this.table = table;
    }

    /** Returns the rows' groups and times, added to what their classes are. */
    Strata of(Strata classes) {
        Strata grouped = table.columns()
                .group()
                .map(column -> withGroups(classes, table.cells(column)))
                .orElse(classes);
        return table.columns()
                .time()
                .map(column -> grouped.withTimes(ranks(table.cells(column))))
                .orElse(grouped);
    }

    private static Strata withGroups(Strata strata, ColumnCells cells) {
        return cells.match(
                numbers -> {
                    throw new IllegalStateException("groups are texts");
                },
                texts -> strata.withGroups(
                        IntStream.range(0, texts.size()).map(texts::at).toArray(),
                        texts.levels().size()));
    }

    private static int[] ranks(ColumnCells cells) {
        return cells.match(TableStrata::ranks, texts -> {
            throw new IllegalStateException("times are numbers");
        });
    }

    private static int[] ranks(NumberCells times) {
        double[] sorted = IntStream.range(0, times.size())
                .mapToDouble(times::at)
                .sorted()
                .distinct()
                .toArray();
        return IntStream.range(0, times.size())
                .map(row -> Arrays.binarySearch(sorted, times.at(row)))
                .toArray();
    }
}
