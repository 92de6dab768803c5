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
 * @param quote what stands around cells that hold a delimiter or a line break
 */
public record TableFormat(
        @Nullable Boolean hasHeader,
        List<String> names,
        @Nullable Character delimiter,
        @Nullable Character quote) {
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
}
