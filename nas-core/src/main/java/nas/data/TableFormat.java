package nas.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a table is laid out. What is {@code null} is detected.
 *
 * @param hasHeader whether the first line names the columns
 * @param names the names of the columns of a table without a header line; empty to number them {@code c1}, {@code c2}, …
 * @param delimiter what stands between cells
 * @param quote what stands around cells that hold a delimiter or a line break, or {@link #NO_QUOTE}
 */
public record TableFormat(
        @Nullable Boolean hasHeader,
        List<String> names,
        @Nullable Character delimiter,
        @Nullable Character quote) {
    /** Stands for a table whose cells are never quoted: NUL, which no text holds. */
    public static final char NO_QUOTE = '\0';

    /** Everything is detected. */
    public static final TableFormat DETECTED = new TableFormat(null, List.of(), null, null);

    /** @throws IllegalArgumentException if there are names beside a header line, or delimiter and quote are the same */
    public TableFormat {
        names = ImmutableList.copyOf(names);
        if (!names.isEmpty() && (hasHeader == null || hasHeader)) {
            throw new IllegalArgumentException("names must be left out where the first line names the columns");
        }
        if (delimiter != null && delimiter.equals(quote)) {
            throw new IllegalArgumentException("delimiter and quote must differ, but both were " + delimiter);
        }
    }

    /** Returns whether the first line names the columns, if that is said. */
    public Optional<Boolean> header() {
        return Optional.ofNullable(hasHeader);
    }

    /** Returns what stands between cells, or a character where that is open. */
    public char delimiterOr(char usual) {
        return delimiter == null ? usual : delimiter;
    }

    /** Returns what stands around cells, or a character where that is open. */
    public char quoteOr(char usual) {
        return quote == null ? usual : quote;
    }
}
