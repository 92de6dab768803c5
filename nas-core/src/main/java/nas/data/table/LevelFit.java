package nas.data.table;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nas.InvalidInputException;
import nas.data.ColumnEncoding;
import nas.data.ColumnKind;
import nas.data.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Settles how a column of texts becomes inputs. Two levels, none missing, are one input of 0 or 1. Else each level has an
 * input, but for those in fewer than 10 training rows (1 % of the rows where there are fewer than 1,000, and at least 2)
 * and, beyond the 100 most frequent ones, the others: these share one, which levels that were never seen get, too. Missing
 * cells are a level of their own if there are any.
 */
final class LevelFit {
    private static final int ENOUGH_ROWS = 10;
    private static final int ROWS_PER_ENOUGH = 100;
    private static final int MOST_LEVELS = 100;

    /** What means yes, by what means no. */
    private static final Map<String, String> YES =
            ImmutableMap.of("no", "yes", "n", "y", "false", "true", "f", "t", "off", "on");

    private final String name;
    private final LevelCounts counts;
    private final int rows;

    LevelFit(String name, TextCells cells, int[] rows) {
        this.name = name;
        this.counts = new LevelCounts(cells, rows);
        this.rows = rows.length;
    }

    /** Tells whether all rows are alike: one level in all of them, or only levels that are pooled. */
    boolean isConstant() {
        ColumnEncoding.Levels levels = levels();
        return levels.count() < 2;
    }

    /** Tells whether nearly every row has a level of its own. */
    boolean looksLikeId() {
        return counts.present() >= 20 && counts.distinct() >= 0.9 * counts.present();
    }

    /** Returns the encoding that suits, or that of two levels where that is demanded. */
    ColumnEncoding encoding(String file, @Nullable ColumnKind said) {
        if (said == ColumnKind.BOOLEAN) {
            return demandedFlag(file);
        }
        ColumnEncoding.Levels levels = levels();
        boolean isPair = levels.levels().size() == 2 && !levels.hasOther() && !levels.hasMissing();
        return isPair ? flag(levels.levels()) : levels;
    }

    /** Returns what a column of this encoding holds. */
    ColumnKind kind(ColumnEncoding encoding, @Nullable ColumnKind said) {
        boolean isKnownPair = encoding instanceof ColumnEncoding.Flag flag && isYes(flag.off(), flag.on());
        return said != null ? said : isKnownPair ? ColumnKind.BOOLEAN : ColumnKind.CATEGORICAL;
    }

    /** Returns what is worth saying about the column. */
    String note(ColumnEncoding encoding) {
        int own = encoding instanceof ColumnEncoding.Levels levels
                ? levels.levels().size()
                : 2;
        int pooled = counts.distinct() - own;
        String levels = counts.distinct() + " levels" + (pooled > 0 ? ", " + pooled + " of them rare" : "");
        return counts.missing() == 0 ? levels : levels + ", " + missing(counts.missing(), rows);
    }

    /** Returns how many cells are missing, in words. */
    static String missing(int missing, int rows) {
        return missing + " of " + rows + " cells missing";
    }

    private ColumnEncoding.Levels levels() {
        int least = Math.max(2, Math.min(ENOUGH_ROWS, (rows + ROWS_PER_ENOUGH - 1) / ROWS_PER_ENOUGH));
        List<String> own = counts.frequent(least, MOST_LEVELS);
        return new ColumnEncoding.Levels(name, own, counts.distinct() > own.size(), counts.missing() > 0);
    }

    private ColumnEncoding.Flag demandedFlag(String file) {
        List<String> all = counts.frequent(1, 3);
        if (all.size() != 2) {
            throw new InvalidInputException("data.columns." + name + " must not be boolean, as the column has "
                    + (all.size() > 2 ? counts.distinct() : all.size()) + " different values in the training rows of "
                    + file + ": " + Quoted.list(all) + (all.size() > 2 ? ", …" : ""));
        }
        return flag(all);
    }

    private ColumnEncoding.Flag flag(List<String> pair) {
        return isYes(pair.get(1), pair.get(0))
                ? new ColumnEncoding.Flag(name, pair.get(1), pair.get(0))
                : new ColumnEncoding.Flag(name, pair.get(0), pair.get(1));
    }

    private static boolean isYes(String no, String yes) {
        return Optional.ofNullable(YES.get(no.toLowerCase(Locale.ROOT)))
                .map(yes.toLowerCase(Locale.ROOT)::equals)
                .orElse(false);
    }
}
