package nas.data.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How often each level of a column of texts occurs in some rows. */
final class LevelCounts {
    private final TextCells cells;
    private final int[] counts;
    private int missing;
    private int beyond;

    LevelCounts(TextCells cells, int[] rows) {
        this.cells = cells;
        this.counts = new int[cells.levels().size()];
        for (int row : rows) {
            int code = cells.at(row);
            if (code >= 0) {
                counts[code]++;
            } else if (code == TextCells.MISSING) {
                missing++;
            } else {
                beyond++;
            }
        }
    }

    /** Returns the number of rows in which the cell is missing. */
    int missing() {
        return missing;
    }

    /** Returns the number of rows in which it is not. */
    int present() {
        return IntStream.of(counts).sum() + beyond;
    }

    /** Returns the number of different levels; those beyond the ones that are told apart count one a row. */
    int distinct() {
        return (int) IntStream.of(counts).filter(count -> count > 0).count() + beyond;
    }

    /** Returns, in alphabetical order, the levels that occur at least so often; the most frequent of them if there are many. */
    List<String> frequent(int least, int most) {
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= least)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts[code])
                        .thenComparing(code -> cells.levels().get(code)))
                .limit(most)
                .map(code -> cells.levels().get(code))
                .sorted()
                .toList();
    }
}
